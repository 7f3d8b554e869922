"""Revision 0002: the switch for storing questions goes, for no question is ever stored."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Drop the switch."""
    op.drop_column("servers", "store_questions")
