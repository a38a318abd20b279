"""Changes to knowledge files: add an entry, take over a new text of the article."""
