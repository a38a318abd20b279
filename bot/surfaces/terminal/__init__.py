"""Replies in a terminal, the chat, the journal, and the probe."""

from bot.surfaces.terminal.chat import converse, terminal_reader
from bot.surfaces.terminal.journal import show_journal
from bot.surfaces.terminal.probe import show_probe
from bot.surfaces.terminal.render import Terminal

__all__ = ["Terminal", "converse", "show_journal", "show_probe", "terminal_reader"]
