"""Measure speed and memory, beside plain rank_bm25 in the same run."""
