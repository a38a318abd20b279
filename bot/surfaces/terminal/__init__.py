"""Replies in a terminal, the chat, and the journal."""

from bot.surfaces.terminal.chat import converse, terminal_reader
from bot.surfaces.terminal.journal import show_journal
from bot.surfaces.terminal.render import Terminal

__all__ = ["Terminal", "converse", "show_journal", "terminal_reader"]
