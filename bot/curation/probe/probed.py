"""What a probe asks, and what it finds: questions made from the entries, and those of them that go wrong."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

TRAPS = ("year", "number", "name", "title", "opposite", "negation", "roles", "qualifier", "asks")
"""What may be changed of a question to make it another one."""
PARAPHRASES = ("order", "synonym", "terse", "contraction", "polite", "story", "typo", "articles")
"""What may be changed of a question that stays the same."""
KINDS = (*TRAPS, *PARAPHRASES)


@dataclass(frozen=True, slots=True)
class ProbeQuestion:
    """A question made from a wording of an answered entry.

    Attributes:
        kind: what was changed, of `TRAPS` or `PARAPHRASES`.
        question: the question.
        entry: the key of the entry.
        wording: the wording it was made of.
        before: what stood in the wording where something else stands now; empty where something was added.
        after: what stands there now; empty where something was left out.
    """

    kind: str
    question: str
    entry: str
    wording: str
    before: str = ""
    after: str = ""

    @property
    def is_trap(self) -> bool:
        """Whether the entry's answer is no right reply to it."""
        return self.kind in TRAPS

    @property
    def change(self) -> str:
        """What was changed, for people."""
        if self.before and self.after:
            return f"{self.before} → {self.after}"
        return f"+ {self.after}" if self.after else f"− {self.before}" if self.before else self.kind


@dataclass(frozen=True, slots=True)
class Wrong:
    """A question that went wrong: a trap that got the entry's answer, or a paraphrase that did not.

    Attributes:
        asked: the question.
        outcome: what the reply was, as the JSON reply names it.
        replied: the key of the entry that the reply stands on; empty where it stands on none.
        confidence: how sure what was said is, 0..1.
        offered: whether the entry was at least suggested.
        said: the reply in a line.
    """

    asked: ProbeQuestion
    outcome: str
    replied: str
    confidence: float
    offered: bool
    said: str

    def plain(self) -> dict[str, Any]:
        """Return it as plain values, ready for JSON."""
        asked = self.asked
        return {
            "trap": asked.is_trap,
            "kind": asked.kind,
            "question": asked.question,
            "entry": asked.entry,
            "wording": asked.wording,
            "changed": {"before": asked.before, "after": asked.after},
            "outcome": self.outcome,
            "replied": self.replied or None,
            "confidence": round(self.confidence, 4),
            "offered": self.offered,
        }


@dataclass(frozen=True)
class Probe:
    """What became of the questions.

    Attributes:
        asked: every question, traps first.
        wrong: those that went wrong, the surest first.
        reason: of which articles nothing was asked, and why; empty where something was asked of each.
    """

    asked: tuple[ProbeQuestion, ...]
    wrong: tuple[Wrong, ...]
    reason: str = ""

    @cached_property
    def traps(self) -> int:
        """How many traps were asked."""
        return sum(one.is_trap for one in self.asked)

    @cached_property
    def answered(self) -> int:
        """How many traps were answered."""
        return sum(one.asked.is_trap for one in self.wrong)

    @property
    def paraphrases(self) -> int:
        """How many paraphrases were asked."""
        return len(self.asked) - self.traps

    @property
    def missed(self) -> int:
        """How many paraphrases were missed."""
        return len(self.wrong) - self.answered

    @property
    def offered(self) -> int:
        """How many of the missed paraphrases were at least offered their entry."""
        return sum(one.offered for one in self.wrong if not one.asked.is_trap)

    @cached_property
    def by_kind(self) -> dict[str, tuple[int, int]]:
        """How many were asked, and how many of them went wrong, for each kind that occurs."""
        asked = Counter(one.kind for one in self.asked)
        wrong = Counter(one.asked.kind for one in self.wrong)
        return {kind: (asked[kind], wrong[kind]) for kind in KINDS if asked[kind]}

    def plain(self) -> dict[str, Any]:
        """Return the probe as plain values, ready for JSON."""
        kinds = {kind: {"asked": asked, "answered": wrong} for kind, (asked, wrong) in self.by_kind.items() if kind in TRAPS}
        return {
            "traps": {"asked": self.traps, "answered": self.answered, "by_kind": kinds},
            "paraphrases": {"asked": self.paraphrases, "missed": self.missed},
            "wrong": [one.plain() for one in self.wrong],
            "reason": self.reason or None,
        }


def surest(wrong: Sequence[Wrong]) -> tuple[Wrong, ...]:
    """Return what went wrong, the surest first; ties by entry and question."""
    return tuple(sorted(wrong, key=lambda one: (-one.confidence, one.asked.entry, one.asked.question)))
