"""The bot in a browser: the reader of the documents, the playground, the API."""
