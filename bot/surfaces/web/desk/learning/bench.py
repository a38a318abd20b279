"""What a curator has gathered for each article, kept while the desk runs: it survives a page that is loaded anew."""

import hashlib
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.answering import Answerer
from bot.curation.edit import Edit
from bot.curation.learn import Lesson
from bot.curation.replay import Replayed, Voice


@dataclass(frozen=True, slots=True)
class Filled:
    """What a card's form holds: which way is chosen, and every field of all of them as it was typed."""

    way: int
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Taken:
    """A card that was accepted.

    Attributes:
        filled: what its form held.
        edits: what it brings into the file.
        said: in a few words what that is.
    """

    filled: Filled
    edits: tuple[Edit, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Card:
    """A group of questions with the ways to learn from them; its id stays the same as long as its first question does."""

    id: str
    lesson: Lesson

    @classmethod
    def of(cls, lesson: Lesson) -> "Card":
        """Return the card of a lesson."""
        return cls(hashlib.sha256(lesson.group.text.encode()).hexdigest()[:12], lesson)


@dataclass(frozen=True, slots=True)
class Effects:
    """What some edits would change.

    Attributes:
        digest: the file that they were tried on.
        edits: those edits.
        text: the file with them.
        replayed: which replies differ.
        labelled: how many labelled questions were among those asked.
    """

    digest: str
    edits: tuple[Edit, ...]
    text: str
    replayed: Replayed
    labelled: int


@dataclass(frozen=True, slots=True)
class Written:
    """What was written last: the difference to the file before, and what became of a commit, where one was asked for."""

    diff: tuple[str, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Bench:
    """The cards of one article, and what was decided about them.

    Attributes:
        digest: the file that the cards were made from; empty before the journal was read.
        days: how far back it was read.
        cards: what may be learned, the most asked first.
        outside: questions about something else, as it seems, and how often they were asked.
        silence: why there is nothing to learn, where that is not for want of questions.
        taken: the accepted cards by their ids.
        unfit: the ids of those of them that the file, as it is now, takes no more.
        typed: what was typed on cards that were left without a decision.
        skipped: the ids of those that were passed over.
        effects: what those accepted would change, once that was looked at.
        written: what was written last.
    """

    digest: str = ""
    days: int = 30
    cards: tuple[Card, ...] = ()
    outside: tuple[tuple[str, int], ...] = ()
    silence: str = ""
    taken: Mapping[str, Taken] = field(default_factory=dict)
    unfit: frozenset[str] = frozenset()
    typed: Mapping[str, Filled] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    effects: Effects | None = None
    written: Written | None = None

    @property
    def edits(self) -> tuple[Edit, ...]:
        """All that was accepted and fits the file, in the order in which it was."""
        return tuple(edit for taken in self.fitting.values() for edit in taken.edits)

    @property
    def fitting(self) -> Mapping[str, Taken]:
        """The accepted cards that fit the file."""
        return {id_: one for id_, one in self.taken.items() if id_ not in self.unfit}

    def following(self, id_: str) -> str:
        """Return the id of the next card that nothing was decided about, from the first again after the last; empty if none."""
        ids = [card.id for card in self.cards]
        start = ids.index(id_) + 1 if id_ in ids else 0
        open_ = (one for one in (*ids[start:], *ids[:start]) if one != id_ and one not in self.taken and one not in self.skipped)
        return next(open_, "")


class Benches:
    """The benches of all articles. May be used from several threads."""

    def __init__(self) -> None:
        self._benches: dict[str, Bench] = {}
        self._voices: dict[str, Voice] = {}
        self._lock = threading.Lock()

    def at(self, name: str) -> Bench:
        """Return the bench of an article."""
        return self._benches.get(name, Bench())

    def change(self, name: str, change: Callable[[Bench], Bench]) -> Bench:
        """Put what a change makes of a bench in its place, and return it."""
        with self._lock:
            self._benches[name] = change(self.at(name))
            return self._benches[name]

    def voice(self, name: str, answerer: Answerer) -> Voice:
        """Return what answers from the file as it is, and remembers what it said as long as it is so."""
        with self._lock:
            known = self._voices.get(name)
            if known is None or known.answerer is not answerer:
                known = self._voices[name] = Voice(answerer)
            return known
