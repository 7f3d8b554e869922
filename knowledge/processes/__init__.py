"""Helpers that are programs, each behind a Protocol of a lower room: translation, embeddings."""
