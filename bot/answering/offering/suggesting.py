"""Questions that may be meant: the matches of one article's entries as suggestions, each with the confidence in it."""

from collections.abc import Mapping, Sequence

from bot.answering.reply import Suggestion
from bot.knowledge import Entry
from bot.matching import Match

_AS_GOOD = 0.3  # a suggestion scores at least this share of the best one
_CHOICES = 3


class Suggesting:
    """Makes suggestions of matches.

    Args:
        entries: the entries by their keys.
        label: what the suggestions call the article; empty where it is the only one.
    """

    def __init__(self, entries: Mapping[str, Entry], label: str) -> None:
        self._entries = entries
        self._label = label

    def nearest(self, matches: Sequence[Match]) -> tuple[Suggestion, ...]:
        """Return the first three matches, with their scores as they are."""
        return tuple(self._suggestion(match, match.score) for match in matches[:_CHOICES])

    def shared_out(self, matches: Sequence[Match], sure: float) -> tuple[Suggestion, ...]:
        """Return matches with the confidence in the first, and in each other one by its score."""
        best = _best(matches)
        return tuple(
            self._suggestion(match, sure * match.score / best if place else sure)
            for place, match in enumerate(matches)
            if not place or 0 < match.score <= best
        )

    def apart(self, matches: Sequence[Match], sure: float) -> tuple[Suggestion, ...]:
        """Return up to three matches that score about as well as the best, each with a passage of its own."""
        best = _best(matches)
        chosen: dict[int, Suggestion] = {}
        for match in matches:
            if match.score > 0 and match.score >= _AS_GOOD * best and len(chosen) < _CHOICES:
                start = self._entries[match.key].passages[0].start
                chosen.setdefault(start, self._suggestion(match, sure * match.score / best))
        return tuple(chosen.values())

    def _suggestion(self, match: Match, sure: float) -> Suggestion:
        return Suggestion(self._entries[match.key], sure, self._label)


def _best(matches: Sequence[Match]) -> float:
    return max((match.score for match in matches[:1]), default=0.0)
