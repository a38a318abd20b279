"""What to say to a question that would be answered but for one name or number: what the article says in its place."""

import re
from dataclasses import replace

from bot.answering.confidence import confidence
from bot.knowledge import Entry
from bot.matching import Evidence, Signals

_NAMED = frozenset({"name", "number"})


def objection(entry: Entry, signals: Signals, evidence: Evidence, threshold: float) -> str | None:
    """Return the line that says what the article speaks of instead; None where more than that speaks against the entry.

    Args:
        entry: the answered entry that is nearest.
        signals: what was weighed for it.
        evidence: its nearest wording against the question.
        threshold: the confidence from which a question is answered.
    """
    said = " ".join((entry.answer, *(passage.quote for passage in entry.passages)))
    contrasts = [contrast for contrast in evidence.contrasts if _shown(contrast.known, said)]
    if len(contrasts) != 1 or confidence(_without_names(signals)) < threshold:
        return None
    known, asked = _shown(contrasts[0].known, said), contrasts[0].asked
    return f"The article speaks of {known}, not {asked if asked[0].isdigit() else asked.capitalize()}."


def _without_names(signals: Signals) -> Signals:
    return replace(signals, guards=tuple(guard for guard in signals.guards if guard.name not in _NAMED))


def _shown(word: str, said: str) -> str:
    """Return a word as the entry writes it; "" where it does not."""
    found = re.search(rf"\b{re.escape(word)}\b", said, re.IGNORECASE)
    return found.group() if found else ""
