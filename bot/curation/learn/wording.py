"""The words of a question as a curator's file has them: a tidy question, and a note that says that it is not answered."""

import re
from collections.abc import Iterable

from bot.knowledge import QUESTION
from bot.language import without_addresses
from bot.language.asking import asking_part

_SUBJECT_ASKED_FOR = re.compile(
    r"(?:who|what|which|whose|how (?:many|much))\b"
    r"(?! (?:(?:\w+ )?(?:do|does|did|is|are|was|were|will|would|can|could|has|have|had|should|may|might)|about|else|if)\b)"
    r"(?: \w+)+",
    re.IGNORECASE,
)
"""A question whose words stand as they do in a statement: “who designed the terminal”, and not “whom did they ask”."""


def tidy(text: str) -> str:
    """Return what a text asks as a file has it: on one line, a capital first, a question mark last, not too long."""
    asked = asking_part(" ".join(without_addresses(text).split())).strip(" \t.,;:!?…")
    plain = asked if len(asked) < QUESTION else asked[: QUESTION - 2].rsplit(" ", 1)[0] + "…"
    return plain[:1].upper() + plain[1:] + "?" if plain else ""


def typical(texts: Iterable[str]) -> str:
    """Return the first of some texts that makes a whole question of a length that a file allows; else the first, cut."""
    found = [question for question in map(tidy, texts) if question]
    return next((question for question in found if not question.endswith("…?")), found[0] if found else "")


def drafted_note(question: str) -> str:
    """Return a note for a question that the article does not answer, in the question's own words; a person mends it."""
    plain = question.rstrip("?").strip()
    if _SUBJECT_ASKED_FOR.fullmatch(plain):
        return f"The article does not say {plain[:1].lower()}{plain[1:]}."
    return f"The article does not answer this question: “{question}”"
