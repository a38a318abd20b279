"""What a decision about a question weighs: the entries near it, and the signals for and against the best of them."""
