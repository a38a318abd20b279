"""What is said to the bot about itself: greetings, thanks, who it is, what it keeps. Matched like any question.

Wordings and texts stand in one file a language, in the folder `about`; a surface says the text in the reader's language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml

from bot.answering.topics import general_questions
from bot.matching import EncoderName, Matcher

LANGUAGES = ("en", "es", "ru", "zh-CN")
_LEAST, _CLEAR = 0.3, 0.3
"""Score, and contrast with general questions, from which something is said to the bot itself. On development questions 23 of
30 such reach them, and 6 of 828 others that no entry answers (`tests/benchmarks/questions/meta.jsonl` and the rest)."""


@dataclass(frozen=True, slots=True)
class AboutEntry:
    """One thing that is said to the bot: how people say it, and what it replies."""

    id: str
    phrasings: tuple[str, ...]
    text: str


@cache
def about_entries(language: str) -> Mapping[str, AboutEntry]:
    """Return what the bot says about itself in a language, by id; in English where it does not speak that."""
    name = language if language in LANGUAGES else "en"
    written = yaml.safe_load(files("bot.answering").joinpath("about", f"{name}.yaml").read_text(encoding="utf-8"))
    return {one["id"]: AboutEntry(one["id"], tuple(one["phrasings"]), one["text"]) for one in written["entries"]}


class SmallTalk:
    """Tells what is said to the bot about itself.

    Args:
        encoder: what tells the meaning of texts.
        cache: a folder for the matcher's index; None keeps nothing.
    """

    def __init__(self, encoder: EncoderName, cache: Path | None) -> None:
        phrasings: dict[str, tuple[str, ...]] = {}
        for language in LANGUAGES:
            for entry in about_entries(language).values():
                phrasings[entry.id] = (*phrasings.get(entry.id, ()), *entry.phrasings)
        self._matcher = Matcher(phrasings, background=general_questions(), encoder=encoder, cache=cache)

    def about(self, text: str, *, exactly: bool) -> tuple[str, float] | None:
        """Return the id of what is said to the bot, and the confidence in it, 0..1; None where it is something else.

        Args:
            text: any message.
            exactly: whether it must be one of the wordings.
        """
        query = self._matcher.read(text)
        exact = self._matcher.exact(query)
        if exact is not None or exactly or not query.tokens:
            return (exact, 1.0) if exact is not None else None
        finding = self._matcher.find(query, limit=1)
        best = finding.supported[0]
        return (best.key, best.score) if best.score >= _LEAST and finding.signals.clear >= _CLEAR else None


_BUILT: dict[EncoderName, SmallTalk] = {}  # what is said to the bot is the same for every knowledge


def small_talk(encoder: EncoderName, cache: Path | None) -> SmallTalk:
    """Return what tells small talk, one for all of this process; built at the first call, from the cache where it is there."""
    if encoder not in _BUILT:
        _BUILT[encoder] = SmallTalk(encoder, cache)
    return _BUILT[encoder]
