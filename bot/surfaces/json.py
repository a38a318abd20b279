"""The reply as JSON: the contract that other programs build on. No key is ever missing."""

import json
from dataclasses import asdict
from typing import Any

from bot.answering import Answer, NotSaid, Outcome, Reason, Suggestion, outcome_name, passages_of, suggestions_of
from bot.surfaces.wording import answer_text, note

_DIGITS = 4  # of a score or confidence


def to_json(reply: Outcome) -> str:
    """Return the reply as one line of JSON, in ASCII, so that any pipe carries it."""
    return json.dumps(to_dict(reply))


def to_dict(reply: Outcome) -> dict[str, Any]:
    """Return the reply as the JSON object of the contract."""
    return {
        "question": reply.question.encode("utf-8", "replace").decode("utf-8"),  # a lone surrogate is no JSON text
        "understood_as": reply.understood_as or None,
        "outcome": outcome_name(reply),
        "entry": reply.entry.key if isinstance(reply, Answer | NotSaid) else None,
        "confidence": round(reply.confidence, _DIGITS),
        "answer": answer_text(reply) if isinstance(reply, Answer) else None,
        "note": note(reply),
        "citations": [asdict(passage) for passage in passages_of(reply)],
        "suggestions": [_suggestion(suggestion) for suggestion in suggestions_of(reply)],
        "evidence": _evidence(reply.reason),
    }


def _suggestion(suggestion: Suggestion) -> dict[str, Any]:
    return {
        "entry": suggestion.entry.key,
        "question": suggestion.entry.question,
        "confidence": round(suggestion.confidence, _DIGITS),
        "citations": [asdict(passage) for passage in suggestion.entry.passages],
    }


def _evidence(reason: Reason) -> dict[str, Any]:
    found, rival = reason.evidence, reason.runner_up
    return {
        "phrasing": found.phrasing if found else None,
        "matched": [match.word for match in found.matched] if found else [],
        "missing": list(found.missing) if found else [],
        "guards": [f"{guard.name}: {', '.join(guard.words)}" for guard in reason.guards],
        "runner_up": {"entry": rival.entry, "score": round(rival.score, _DIGITS)} if rival else None,
    }
