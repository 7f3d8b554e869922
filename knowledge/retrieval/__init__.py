"""Query → Hits: BM25 over passages, on stems and on character 4-grams."""
