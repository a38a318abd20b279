"""Several articles: which one a question names, which to ask, whose reply wins."""
