"""Questions as a person writes them down: a plain text, one question a line, marked by whether the article answers it."""

import re
from pathlib import Path

from bot.curation.evaluate.labelled import Kind, LabelledQuestion

FORM = "write ? QUESTION or ? QUESTION = S22,S23 where the article answers it, ! QUESTION where it does not, # for a comment"
_GOLD = re.compile(r"\s+=\s*(?P<gold>[Ss]?\d[\w\s,]*)$")
_SENTENCE = re.compile(r"[Ss]\d+")


def read_line(path: Path, number: int, line: str) -> LabelledQuestion | str | None:
    """Return the question of a line, what is wrong with it, or None where it is blank or a comment.

    Args:
        path: the file, whose name and the line make the question's id.
        number: the line, from 1.
        line: what it says.
    """
    sign, rest = line.strip()[:1], line.strip()[1:].strip()
    if sign in ("", "#"):
        return None
    found = _GOLD.search(rest) if sign == "?" else None
    question = rest[: found.start()].strip() if found else rest
    gold = [name.strip() for name in found["gold"].split(",")] if found else []
    if sign not in "?!" or not question or not all(map(_SENTENCE.fullmatch, gold)):
        return FORM
    kind: Kind = "answerable" if sign == "?" else "near_miss"
    return LabelledQuestion(id=f"{path.name}:{number}", kind=kind, q=question, gold=tuple(name.upper() for name in gold))
