"""What becomes of labelled questions, counted."""
