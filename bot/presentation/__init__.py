"""Answers made into words and layout, the same for every surface."""
