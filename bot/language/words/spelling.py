"""The speller: a word that nobody knows is read as the nearest word that the knowledge uses.

Only the knowledge's own words are ever put in place of a typed one, and the language's real words are left alone
("rice" is not a slip for "price").
"""

from collections.abc import Callable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST = 4  # three letters and fewer hold too little to tell a slip from another word
_ONE_SLIP = 7  # up to so many letters one slip is corrected, above it two
_SHORTEST_PART = 3
_MANY = 3000  # unreal words from which they are names, not slips, and comparing them with each other takes too long
_MORE_FREQUENT = 5  # times a word must be more frequent than an unreal one near it, for that to be its slip


class Speller:
    """Corrects tokens towards a vocabulary; of what it corrects it keeps nothing.

    Args:
        counts: the knowledge's words and how often each occurs; ties go to the more frequent.
        is_real: tells real words, which are never corrected.
    """

    def __init__(self, counts: Mapping[str, int], is_real: Callable[[str], bool]) -> None:
        self._counts = counts
        self._is_real = is_real
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(counts):
            if len(word) >= _SHORTEST and word.isalpha():
                self._by_length.setdefault(len(word), []).append(word)

    def correct(self, token: str) -> tuple[str, ...]:
        """Return the word or the two words that a token stands for; the token itself where nothing is near."""
        if not self._may_be_slip(token):
            return (token,)
        return self._split(token) or (self.nearest(token) or token,)

    def _may_be_slip(self, token: str) -> bool:
        return (
            len(token) >= _SHORTEST
            and token.isascii()
            and token.isalpha()
            and token not in self._counts
            and not self._is_real(token)
        )

    def _split(self, token: str) -> tuple[str, ...]:
        """A missing space: "eachother" is "each other", if both are words of the knowledge."""
        for cut in range(_SHORTEST_PART, len(token) - _SHORTEST_PART + 1):
            parts = (token[:cut], token[cut:])
            if all(part in self._counts for part in parts):
                return parts
        return ()

    def nearest(self, token: str) -> str | None:
        """Return the vocabulary's word nearest to a token that it does not have; None if none is near enough."""
        slips = 1 if len(token) <= _ONE_SLIP else 2
        lengths = range(len(token) - slips, len(token) + slips + 1)
        near = [word for length in lengths for word in self._by_length.get(length, ()) if word != token]
        found = process.extract(token, near, scorer=OSA.distance, score_cutoff=slips, limit=None)
        if not found:
            return None
        return min(found, key=lambda hit: (hit[1], hit[0][0] != token[0], -self._counts[hit[0]], hit[0]))[0]


def trusted(counts: Mapping[str, int], is_real: Callable[[str], bool]) -> dict[str, int]:
    """Return a vocabulary without what looks like a slip itself: curators write some, so that they are found."""
    unreal = [word for word in counts if len(word) >= _SHORTEST and word.isascii() and not is_real(word)]
    if len(unreal) > _MANY:
        return dict(counts)
    speller = Speller(counts, is_real)
    slips = {word for word in unreal if (near := speller.nearest(word)) and counts[near] >= _MORE_FREQUENT * counts[word]}
    return {word: count for word, count in counts.items() if word not in slips}
