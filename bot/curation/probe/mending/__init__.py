"""What mends a question that went wrong: a wording, a note, a synonym."""
