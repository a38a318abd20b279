"""Messages as plain values: what a member sees."""
