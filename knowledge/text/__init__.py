"""Text → terms: normalising, sentences, language, stems and 4-grams, names."""
