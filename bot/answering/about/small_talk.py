"""What is said to the bot about itself: greetings, thanks, who it is, what it keeps. Matched like any question.

Wordings and texts stand in one file a language, here; a surface says the text in the reader's language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml

from bot.answering.offering.topics import general_questions
from bot.matching import EncoderName, Matcher, remembered

LANGUAGES = ("en", "es", "ru", "zh-CN")
_LEAST, _CLEAR = 0.25, 0.1
_SURELY = 0.5
"""Score, and contrast with general questions, from which something is said to the bot itself where no entry claims to reply; and
both of them where one does. On development questions 29 of 30 such reach them, and 7 of 1,330 others, of which most are
labelled off topic (`tests/benchmarks/questions/meta.jsonl` and the rest)."""
_LONGEST = 14  # words of what is said to the bot although an entry claims to reply


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
        self._matcher = Matcher(phrasings, background=general_questions(), encoder=encoder, name="small talk", cache=cache)

    def about(self, text: str, *, claimed: bool) -> tuple[str, float] | None:
        """Return the id of what is said to the bot, and the confidence in it, 0..1; None where it is something else.

        Args:
            text: any message.
            claimed: whether an entry claims to reply to it, so that more is needed.
        """
        query = self._matcher.read(text)
        exact = self._matcher.exact(query)
        if exact is not None:
            return exact, 1.0
        if not query.tokens or (claimed and len(query.tokens) > _LONGEST):
            return None
        finding = remembered((self, text), lambda: self._matcher.find(query, limit=1))
        best = finding.supported[0]
        least, clear = (_SURELY, _SURELY) if claimed else (_LEAST, _CLEAR)
        return (best.key, best.score) if best.score >= least and finding.signals.clear >= clear else None


_BUILT: dict[EncoderName, SmallTalk] = {}  # what is said to the bot is the same for every knowledge


def small_talk(encoder: EncoderName, cache: Path | None) -> SmallTalk:
    """Return what tells small talk, one for all of this process; built at the first call, from the cache where it is there."""
    if encoder not in _BUILT:
        _BUILT[encoder] = SmallTalk(encoder, cache)
    return _BUILT[encoder]
