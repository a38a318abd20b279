"""The reply as JSON: the contract that other programs build on. No key is ever missing."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from bot import knowledge
from bot.answering import Answer, NoAnswer, Passage, Reason, Reply, Suggestion, Suggestions
from bot.surfaces.source import CLOSEST

_DIGITS = 4  # of a score or confidence


def to_json(reply: Reply) -> str:
    """Return the reply as one line of JSON, in ASCII, so that any pipe carries it."""
    return json.dumps(to_dict(reply))


def to_dict(reply: Reply) -> dict[str, Any]:
    """Return the reply as the JSON object of the contract."""
    told: dict[str, Any] = {"outcome": "", "entry": None, "answer": None, "note": None, "citations": [], "suggestions": []}
    match reply:
        case Answer(entry=entry):
            told |= {"outcome": "answer", "entry": entry.key, "answer": entry.answer, "citations": _citations(entry.passages)}
        case Suggestions(suggestions=suggestions):
            told |= {"outcome": "suggestions", "suggestions": _suggested(suggestions)}
        case Passage():
            told |= {"outcome": "passage", "note": CLOSEST}
            told |= {"citations": _citations(reply.passages), "suggestions": _suggested(reply.suggestions)}
        case NoAnswer():
            told |= {"outcome": "no_answer", "entry": reply.entry.key if reply.entry else None, "note": reply.note}
            told |= {"citations": _citations(reply.passages), "suggestions": _suggested(reply.suggestions)}
    return {
        "question": reply.question.encode("utf-8", "replace").decode("utf-8"),  # a lone surrogate is no JSON text
        "outcome": told.pop("outcome"),
        "entry": told.pop("entry"),
        "confidence": round(reply.confidence, _DIGITS),
        **told,
        "evidence": _evidence(reply.reason),
    }


def _citations(passages: Sequence[knowledge.Passage]) -> list[dict[str, Any]]:
    return [asdict(passage) for passage in passages]


def _suggested(suggestions: Sequence[Suggestion]) -> list[dict[str, Any]]:
    return [
        {
            "entry": suggestion.entry.key,
            "question": suggestion.entry.question,
            "confidence": round(suggestion.confidence, _DIGITS),
            "citations": _citations(suggestion.entry.passages),
        }
        for suggestion in suggestions
    ]


def _evidence(reason: Reason) -> dict[str, Any]:
    found, rival = reason.evidence, reason.runner_up
    return {
        "phrasing": found.phrasing if found else None,
        "matched": [match.word for match in found.matched] if found else [],
        "missing": list(found.missing) if found else [],
        "guards": [f"{guard.name}: {', '.join(guard.words)}" for guard in reason.guards],
        "runner_up": {"entry": rival.entry, "score": round(rival.score, _DIGITS)} if rival else None,
    }
