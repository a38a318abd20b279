"""The journal's tables. A change here needs a migration in `bot/journal/migrations/versions`."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)


class _Utc(TypeDecorator[datetime]):
    """A time in UTC with its zone, also where the database keeps none."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        utc = value and value.astimezone(UTC)
        return utc.replace(tzinfo=None) if utc and dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return value and (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))


class _Clean(TypeDecorator[str]):
    """A text without what no database takes: NUL characters and lone surrogates."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return value and value.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


class _Tuple(TypeDecorator[tuple[Any, ...]]):
    """A tuple, or a tuple of tuples, as JSON."""

    impl = JSON
    cache_ok = True

    def process_result_value(self, value: list[Any] | None, dialect: Dialect) -> tuple[Any, ...]:  # noqa: ARG002
        return tuple(tuple(item) if isinstance(item, list) else item for item in value or ())


_Id = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows by themselves only in a plain INTEGER

metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s"}
)

questions = Table(
    "questions",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("time", _Utc, nullable=False, index=True),
    Column("outcome", Text, nullable=False),
    Column("entry", _Clean),
    Column("confidence", Float, nullable=False),
    Column("runner_ups", _Tuple, nullable=False),
    Column("guards", _Tuple, nullable=False),
    Column("knowledge", Text, nullable=False),
    Column("scorer", Text, nullable=False),
    Column("surface", Text, nullable=False),
    Column("guild", BigInteger),
    Column("latency", Float, nullable=False),
    Column("text", _Clean, nullable=False),
    Column("member", Text, nullable=False, index=True),
)

votes = Table(
    "votes",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("time", _Utc, nullable=False, index=True),
    Column("answer", BigInteger, nullable=False),
    Column("entry", _Clean, nullable=False),
    Column("helpful", Boolean, nullable=False),
    Column("knowledge", Text, nullable=False),
    Column("guild", BigInteger),
    Column("member", Text, nullable=False),
    UniqueConstraint("member", "answer"),
)

reports = Table(
    "reports",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("time", _Utc, nullable=False, index=True),
    Column("answer", BigInteger, nullable=False),
    Column("entry", _Clean, nullable=False),
    Column("text", _Clean, nullable=False),
    Column("knowledge", Text, nullable=False),
    Column("guild", BigInteger),
    Column("member", Text, nullable=False, index=True),
)

servers = Table(
    "servers",
    metadata,
    Column("guild", BigInteger, primary_key=True, autoincrement=False),
    Column("language", Text),
    Column("private", Boolean, nullable=False),
    Column("channels", _Tuple, nullable=False),
)

replies = Table(
    "replies",
    metadata,
    Column("message", BigInteger, primary_key=True, autoincrement=False),
    Column("channel", BigInteger, nullable=False),
    Column("reply", BigInteger, nullable=False),
    Column("edited", _Utc),
    Column("member", Text, nullable=False, index=True),
    Column("time", _Utc, nullable=False, index=True),
)

claims = Table(
    "claims",
    metadata,
    Column("message", BigInteger, primary_key=True, autoincrement=False),
    Column("time", _Utc, nullable=False, index=True),
)

cooldowns = Table(
    "cooldowns",
    metadata,
    Column("member", Text, primary_key=True),
    Column("time", _Utc, nullable=False, index=True),
    Column("asked", Integer, nullable=False),
)

OF_MEMBERS = (questions, votes, reports, replies, cooldowns)
"""The tables whose rows belong to a member."""
