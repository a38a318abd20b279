"""The text of a knowledge file, changed in place."""
