"""What Alembic runs to migrate: on the connection that it is given, within its transaction."""

from alembic import context

from bot.journal.migrations import VERSION_TABLE
from bot.journal.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,
)
context.run_migrations()
