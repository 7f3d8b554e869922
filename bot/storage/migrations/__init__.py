"""The steps from an empty database to the tables of `bot.storage.schema`, run by Alembic."""
