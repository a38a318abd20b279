"""The verbs of a curator."""
