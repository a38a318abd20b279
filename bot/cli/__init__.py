"""The command line: thin; every verb imports what it needs when it runs."""

from bot.cli.program import main

__all__ = ["main"]
