"""Replies in a terminal, and the chat."""
