"""What became of a question, as a plain value for those who count and keep it; what a member sees says it in prose."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from bot.answering import Answer, Contradicted, NotSaid, Outcome, outcome_name
from bot.knowledge import Entry, Knowledge

_SURE = 1.0  # whoever chooses an entry themselves means it


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of a question.

    Attributes:
        question: what was asked.
        outcome: the name of the reply's outcome.
        entry: the key of the entry that the reply stands on; None where it stands on none.
        confidence: how sure what is said is, 0..1.
        knowledge: the hash of the knowledge that replied.
        runner_ups: the next best entries with their scores.
        guards: the names of the signs against an answer.
    """

    question: str
    outcome: str
    entry: str | None
    confidence: float
    knowledge: str
    runner_ups: tuple[tuple[str, float], ...] = ()
    guards: tuple[str, ...] = ()


def decision_of(reply: Outcome, knowledge: str) -> Decision:
    """Return what a reply decides, with the hash of the knowledge that it comes from."""
    rival = reply.reason.runner_up
    return Decision(
        question=reply.question,
        outcome=outcome_name(reply),
        entry=reply.entry.key if isinstance(reply, Answer | NotSaid | Contradicted) else None,
        confidence=reply.confidence,
        knowledge=knowledge,
        runner_ups=((rival.entry, rival.score),) if rival else (),
        guards=tuple(guard.name for guard in reply.reason.guards),
    )


def decision_on(entry: Entry, knowledge: str) -> Decision:
    """Return what is decided where somebody chose an entry from those that were offered."""
    outcome = "answer" if entry.answered else "not_said"
    return Decision(entry.question, outcome, entry.key, _SURE, knowledge)


def hash_of(library: Sequence[Knowledge]) -> str:
    """Return the one hash that names all that is loaded: of a single file its own, of several one over theirs."""
    digests = [knowledge.digest for knowledge in library]
    return digests[0] if len(digests) == 1 else sha256("\n".join(digests).encode("ascii")).hexdigest()
