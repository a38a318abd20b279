"""The check of a knowledge file: every rule, and what the report shows."""
