"""What to say to a question that would be answered but for one name or number: what the article says in its place."""

import re
from dataclasses import replace

from bot.answering.confidence import confidence
from bot.knowledge import Entry
from bot.language import ENGLISH
from bot.matching import Contrast, Evidence, Signals

_NAMED = frozenset({"name", "number"})
_SHORT = 3  # letters of USA and UAE


def objection(entry: Entry, signals: Signals, evidence: Evidence, threshold: float) -> str | None:
    """Return the line that says what the article speaks of instead; None where more than that speaks against the entry.

    Args:
        entry: the answered entry that is nearest.
        signals: what was weighed for it.
        evidence: its nearest wording against the question.
        threshold: the confidence from which a question is answered.
    """
    said = " ".join((entry.answer, *(passage.quote for passage in entry.passages)))
    contrasts = [contrast for contrast in evidence.contrasts if _shown(contrast.known, said) and _tellable(contrast)]
    if len(contrasts) != 1 or confidence(_without_names(signals)) < threshold:
        return None
    return f"The article speaks of {_shown(contrasts[0].known, said)}, not {_named(contrasts[0].asked)}."


def _tellable(contrast: Contrast) -> bool:
    """Say whether both sides are plain names, or both plain figures: “third, not Second” or “percent, not euros” say nothing."""
    return contrast.asked[0].isdigit() == contrast.known[0].isdigit() and not ENGLISH.units & {contrast.asked, contrast.known}


def _named(word: str) -> str:
    """Return a word as a name is written: a country's short form in capitals."""
    return word.upper() if len(word) <= _SHORT else word.capitalize()


def _without_names(signals: Signals) -> Signals:
    return replace(signals, guards=tuple(guard for guard in signals.guards if guard.name not in _NAMED))


def _shown(word: str, said: str) -> str:
    """Return a word as the entry writes it; "" where it does not."""
    found = re.search(rf"\b{re.escape(word)}\b", said, re.IGNORECASE)
    return found.group() if found else ""
