"""What is known of single words: how common they are, their stems, spelling, synonyms and opposites."""
