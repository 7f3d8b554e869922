"""Revision 0001: settings, opt-outs, feedback counts, message links, synced commands."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables."""
    _create_settings()
    op.create_table("opt_outs", _key("person"), sa.PrimaryKeyConstraint("person", name="pk_opt_outs"))
    op.create_table(
        "feedback",
        _key("server"),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("server", "day", "kind", "outcome", name="pk_feedback"),
    )
    _create_links()
    op.create_table(
        "synced_commands",
        _key("server"),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("server", name="pk_synced_commands"),
    )


def _create_settings() -> None:
    op.create_table(
        "servers",
        _key("server"),
        sa.Column("language", sa.String(2)),
        _switch("private"),
        sa.Column("silence", sa.String(16), nullable=False, server_default="reaction"),
        _switch("store_questions"),
        _switch("paused"),
        sa.PrimaryKeyConstraint("server", name="pk_servers"),
    )
    op.create_table(
        "channels",
        _key("channel"),
        sa.Column("server", sa.BigInteger, nullable=False),
        sa.Column("language", sa.String(2)),
        _switch("listens"),
        sa.PrimaryKeyConstraint("channel", name="pk_channels"),
    )
    op.create_index("ix_channels_server", "channels", ["server"])


def _create_links() -> None:
    op.create_table(
        "links",
        _key("answer"),
        sa.Column("question", sa.BigInteger, nullable=False),
        sa.Column("channel", sa.BigInteger, nullable=False),
        sa.Column("server", sa.BigInteger),
        sa.Column("person", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("linked", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("answer", name="pk_links"),
    )
    for column in ("question", "linked"):
        op.create_index(f"ix_links_{column}", "links", [column])


def _key(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, autoincrement=False, nullable=False)


def _switch(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False, server_default=sa.false())
