"""What somebody said: which verbs report it, who speaks a quotation, what it is about."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.curation.draft.sentence.clauses import Clause
from bot.curation.draft.sentence.leads import bare

SAYING = {
    "said": "say", "stated": "say", "warned": "warn", "added": "say", "explained": "explain", "claimed": "claim",
    "argued": "argue",
    "declared": "declare", "noted": "note", "emphasized": "emphasize", "emphasised": "emphasise", "stressed": "stress",
    "insisted": "insist", "assured": "promise", "confirmed": "confirm", "suggested": "suggest", "predicted": "predict",
    "shared": "say", "announced": "announce", "promised": "promise", "says": "say", "argues": "argue", "believed": "believe",
    "believes": "believe", "argue": "argue", "believe": "believe", "say": "say", "suggest": "suggest", "claim": "claim",
    "concluded": "conclude", "wrote": "write", "told": "say", "pointed": "point out", "urged": "urge",
}  # fmt: skip
"""Verbs that report speech, with their base forms as they are asked with."""
_SPOKE = "said|says|added|asked|warned|explained|told|replied|insisted|recalled"
_SPEAKER = r"(?:the |a )?[\w’'. -]{2,40}?"
_QUOTED = re.compile(
    rf"[“\"](?P<first>[^”\"]+?)[,.]?[”\"],? (?:(?P<before>{_SPEAKER}) (?:{_SPOKE})\b"
    rf"|(?:{_SPOKE}) (?P<after>{_SPEAKER})(?=[,.;]|$| (?:in|on|at|after)\b))"
)
_THAT = re.compile(r"^(?:(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3} )?(?:out )?that\s+(?P<what>.+)")
_TOPIC = re.compile(
    r"(?:the |a |an |its |their |his |her )?(?!(?:it|he|she|they|there|we|i|this|that|to|in|on|at|for|these|those|all|some"
    r"|many)\b)"
    r"[\w’'-]+(?: (?!(?:is|are|was|were|has|have|had|will|would|could|can|should|must|may|might)\b)[\w’'-]+){0,5}?"
    r"(?= (?:is|are|was|were|has|have|had|will|would|could|can|should|must|may|might|ought|do|does|did|[a-z]+ed)\b)"
)
_LONGEST_TOPIC = 6  # words


def speech(clause: Clause) -> Iterator[tuple[str, str]]:
    """Yield what a clause of reported speech is asked and answers: “The engineer said that the crossing would change …”."""
    base, said = SAYING.get(clause.verb), _said(clause)
    if not base or not said:
        return
    topic = about(clause)
    asked = replace(clause, base="say" if topic else base).inverted(f"about {topic}" if topic else "")
    yield f"What {asked}?", f"that {said}"


def about(clause: Clause) -> str:
    """Return what reported speech is about; empty where that is not plain."""
    topic = _TOPIC.match(_said(clause))
    plain = topic and len(topic[0].split()) <= _LONGEST_TOPIC and not re.match(r"(?:its|their|his|her)\b", topic[0])
    return topic[0] if topic and plain else ""


def _said(clause: Clause) -> str:
    joined = f"{clause.rest}{'' if clause.after.startswith(',') else ' '}{clause.after}".strip()
    said = _THAT.match(joined)
    return said["what"] if said else ""


def reports(clause: Clause) -> bool:
    """Say whether a clause only tells that somebody says something."""
    return clause.verb in SAYING and bool(_THAT.match(clause.rest))


def quotation(sentence: str) -> tuple[str, str, str] | None:
    """Return who says a quotation in the sentence, the question for it and its words; None if nobody does."""
    found = _QUOTED.search(bare(sentence))
    if not found:
        return None
    who = (found["before"] or found["after"]).strip()
    asked = _TOPIC.match(found["first"]) if " " in found["first"] else None
    about = asked[0] if asked and asked[0].partition(" ")[0] in ("the", "The") else ""
    question = f"What did {who} say about {about[0].lower()}{about[1:]}?" if about else f"What did {who} say?"
    return who, question, f"“{found['first']}”"
