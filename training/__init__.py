"""Fit the weights of the ranker and the trees of the verdict, offline, from question sets."""
