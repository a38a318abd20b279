"""Text as it is read: tokens, stems, spelling, synonyms, sentences, the kind of question."""
