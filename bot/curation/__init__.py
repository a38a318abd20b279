"""The curator's bench: what is proved about a knowledge file before it ships, and how well it answers."""
