"""Replies in a terminal, and the chat."""

from bot.surfaces.terminal.chat import converse, terminal_reader
from bot.surfaces.terminal.render import Terminal

__all__ = ["Terminal", "converse", "terminal_reader"]
