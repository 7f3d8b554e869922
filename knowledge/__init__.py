"""Answer questions from documents, in their own words: the domain, with no surface and no network."""
