"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables and their indices."""
    _make_questions()
    _make_votes()
    _make_reports()
    op.create_table(
        "servers",
        sa.Column("guild", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("language", sa.Text),
        sa.Column("private", sa.Boolean, nullable=False),
        sa.Column("channels", sa.JSON, nullable=False),
    )
    _make_short_lived()
    for table in ("questions", "votes", "reports", "replies", "claims", "cooldowns"):
        op.create_index(f"ix_{table}_time", table, ["time"])
    for table in ("questions", "reports", "replies"):
        op.create_index(f"ix_{table}_member", table, ["member"])


def _make_questions() -> None:
    op.create_table(
        "questions",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("time", _TIME, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("entry", sa.Text),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("runner_ups", sa.JSON, nullable=False),
        sa.Column("guards", sa.JSON, nullable=False),
        sa.Column("knowledge", sa.Text, nullable=False),
        sa.Column("scorer", sa.Text, nullable=False),
        sa.Column("surface", sa.Text, nullable=False),
        sa.Column("guild", sa.BigInteger),
        sa.Column("latency", sa.Float, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("member", sa.Text, nullable=False),
    )


def _make_votes() -> None:
    op.create_table(
        "votes",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("time", _TIME, nullable=False),
        sa.Column("answer", sa.BigInteger, nullable=False),
        sa.Column("entry", sa.Text, nullable=False),
        sa.Column("helpful", sa.Boolean, nullable=False),
        sa.Column("knowledge", sa.Text, nullable=False),
        sa.Column("guild", sa.BigInteger),
        sa.Column("member", sa.Text, nullable=False),
        sa.UniqueConstraint("member", "answer", name="uq_votes_member_answer"),
    )


def _make_reports() -> None:
    op.create_table(
        "reports",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("time", _TIME, nullable=False),
        sa.Column("answer", sa.BigInteger, nullable=False),
        sa.Column("entry", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("knowledge", sa.Text, nullable=False),
        sa.Column("guild", sa.BigInteger),
        sa.Column("member", sa.Text, nullable=False),
    )


def _make_short_lived() -> None:
    op.create_table(
        "replies",
        sa.Column("message", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("channel", sa.BigInteger, nullable=False),
        sa.Column("reply", sa.BigInteger, nullable=False),
        sa.Column("edited", _TIME),
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("time", _TIME, nullable=False),
    )
    op.create_table(
        "claims",
        sa.Column("message", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("time", _TIME, nullable=False),
    )
    op.create_table(
        "cooldowns",
        sa.Column("member", sa.Text, primary_key=True),
        sa.Column("time", _TIME, nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
    )
