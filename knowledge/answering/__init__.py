"""Query + Hits + Facts → Answer: units, evidence, verdict, quotes."""
