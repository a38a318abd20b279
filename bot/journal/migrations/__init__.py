"""How the journal's tables came to be, one file of `versions` a change."""
