"""The line in the asker's own language, where a question in another language than the article's was not understood."""

from functools import cache
from importlib.resources import files

import yaml
from babel import Locale

from bot.answering import OffTopic, Outcome, Unclear


def in_their_language(reply: Outcome) -> str:
    """Return which questions are understood, in the language of the question; "" where it was not foreign, or is not told."""
    if not isinstance(reply, Unclear | OffTopic) or not reply.foreign_to:
        return ""
    language = _language_of(reply.question)
    line = _lines().get(language, "")
    article = reply.foreign_to.partition("-")[0]
    return line.format(language=Locale.parse(language).languages.get(article, article)) if line and language != article else ""


@cache
def _lines() -> dict[str, str]:
    """Return the line of each language that the encoder reads."""
    lines: dict[str, str] = yaml.safe_load(files("bot.surfaces").joinpath("languages.yaml").read_text(encoding="utf-8"))
    return lines


def _language_of(text: str) -> str:
    """Return the likeliest of the languages that there is a line in, or English."""
    import py3langid  # a second to load, for the few questions that need it

    py3langid.set_languages(sorted({*_lines(), "en"}))
    language: str = py3langid.classify(text)[0]
    return language
