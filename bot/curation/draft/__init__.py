"""Drafts of entries for an article that nobody has curated."""
