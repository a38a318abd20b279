"""Questions as a person writes them down: a plain text, one question a line, marked by whether the article answers it."""

import re
from pathlib import Path

from bot.curation.evaluate.labelled import Kind, LabelledQuestion

FORM = "write ? QUESTION or ? QUESTION = S22,S30-S32 where the article answers it, ! QUESTION where it does not, # for a comment"
_GOLD = re.compile(r"(?:\s=|=\s)\s*(?P<gold>(?=\d|.*\b[Ss]\d)[^=]*)$")
"""What stands behind the last equals sign and means sentences, well written or not."""
_SENTENCES = re.compile(r"[Ss](?P<first>\d+)(?:\s*[-–]\s*[Ss]?(?P<last>\d+))?")
_LONGEST = 50  # sentences of a range


def read_line(path: Path, number: int, line: str) -> LabelledQuestion | str | None:
    """Return the question of a line, what is wrong with it, or None where it is blank or a comment.

    Args:
        path: the file as it is named, which makes the question's id with the line.
        number: the line, from 1.
        line: what it says.
    """
    sign, rest = line.strip()[:1], line.strip()[1:].strip()
    if sign in ("", "#"):
        return None
    found = _GOLD.search(rest)
    question = rest[: found.start()].strip() if found else rest
    gold = _sentences(found["gold"]) if found else ()
    if sign not in "?!" or not question or gold is None or (gold and sign == "!"):
        return FORM
    kind: Kind = "answerable" if sign == "?" else "near_miss"
    return LabelledQuestion(id=f"{path.as_posix()}:{number}", kind=kind, q=question, gold=gold)


def _sentences(written: str) -> tuple[str, ...] | None:
    """Return the sentences that are meant, “S2,S5” or “S2-S5”; None where that is not how they are written."""
    found = [_SENTENCES.fullmatch(part.strip()) for part in written.split(",")]
    gold: list[str] = []
    for one in found:
        if one is None or (one["last"] and not 0 <= int(one["last"]) - int(one["first"]) <= _LONGEST):
            return None
        gold += [f"S{one['first']}"] if not one["last"] else [f"S{n}" for n in range(int(one["first"]), int(one["last"]) + 1)]
    return tuple(gold)
