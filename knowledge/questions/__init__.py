"""str → Query: what a question asks for, of whom, and when."""
