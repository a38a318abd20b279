"""The sentences nearest to a question, where no wordings exist."""
