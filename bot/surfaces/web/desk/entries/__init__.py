"""Entries on a page: as a form, and beside the sentences of the article that they stand on."""
