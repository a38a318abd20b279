"""Several articles: what they are called, which of them a question is about, and what answers from each."""
