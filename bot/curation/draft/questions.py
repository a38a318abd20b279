"""Candidate questions from what a sentence holds: dates, amounts, names, roles, speech, places, reasons."""

import re
from collections.abc import Iterator

from bot.curation.draft.clauses import Clause

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_NTH = r"\d{1,2}(?:st|nd|rd|th)"
_WHEN = (
    rf"(?:(?:(?:{_NTH}|\d{{1,2}}) )?{_MONTH}(?: (?:{_NTH}|\d{{1,2}})\b)?(?:,? \d{{4}})?"
    rf"|{_DAY}(?: (?:morning|afternoon|evening|night))?"
    r"|(?:early |late |mid-)?[12]\d{3}s?"
    r"|(?:last|next|this) (?:year|month|week|spring|summer|autumn|fall|winter)"
    rf"|{_NTH} centur(?:y|ies)"
    r"|\d{1,2}(?:[:.]\d\d)? [ap]\.?m\.?)"
)
DATE = re.compile(
    rf"(?:^|\s)(?:(?:on|in|since|by|until|at|during|around|from|late|early)\s)+(?:the )?{_WHEN}(?:\s(?:on|of|in)\s{_WHEN})*"
    rf"|,?\s(?:today|yesterday|{_DAY})\b"
)
PLACE = re.compile(
    rf"(?:^|\s)(?:in|at|near|outside|across)\s(?:the )?(?!{_WHEN})[A-Z][\w’'-]+(?:,? (?:of |de |the )?[A-Z][\w’'-]+)*"
)
REASON = re.compile(
    r"(?:^|,?\s)(?:because(?: of)?|due to|thanks to|owing to|so that|in order to|as a result of|after failing)\s.+"
)
_ABOUT = r"^(?:(?:about|nearly|almost|over|more than|less than|up to|some|around|at least|an estimated|approximately) )?"
_MILLION = r"(?: (?:million|billion|trillion|thousand))?"
_MONEY = re.compile(rf"{_ABOUT}(?:(?:US|C|A)?[$€£¥]\s?[\d.,]+{_MILLION}|[\d.,]+{_MILLION} (?:dollars|euros|pounds|yen))")
_COUNT = re.compile(
    rf"{_ABOUT}(?:[\d.,]*\d{_MILLION}|(?:dozens|hundreds|thousands) of"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r" (?P<noun>(?:[a-z-]+ ){0,2}?[a-z]+s)\b"
)
_SHARE = re.compile(rf"{_ABOUT}[\d.,]+ ?(?:%|per cent|percent)(?P<of> of (?:the |its |all )?[\w’' -]+?)?(?=[,.]|$| in | by )")
SPEECH = {
    "said": "say", "stated": "say", "announced": "announce", "warned": "warn of", "added": "add", "explained": "explain",
    "claimed": "claim", "argued": "argue", "told": "tell", "declared": "declare", "noted": "note", "emphasized": "emphasise",
    "emphasised": "emphasise", "stressed": "stress", "promised": "promise", "insisted": "insist on", "urged": "urge",
    "assured": "promise", "confirmed": "confirm", "denied": "deny", "suggested": "suggest", "predicted": "predict",
    "shared": "share",
}  # fmt: skip
_SAYING = frozenset({"said", "stated", "added", "warned", "explained", "claimed", "argued", "told", "insisted"})
_OFFICES = (
    "president", "minister", "mayor", "chancellor", "governor", "senator", "director", "secretary", "chairman", "chairwoman",
    "chair",
    "chief", "editor", "professor", "spokesman", "spokeswoman", "spokesperson", "coach", "captain", "architect", "founder",
    "curator",
    "head", "king", "queen", "bishop", "general", "engineer", "owner",
)  # fmt: skip
_OFFICE = "|".join(f"[{office[0].upper()}{office[0]}]{office[1:]}" for office in _OFFICES)
_ROLES = re.compile(
    rf"\b(?P<role>(?:[\w-]+ )?(?:{_OFFICE}))(?P<of> of [A-Z][\w’' -]*?)? (?P<name>[A-Z][a-zéü]+(?:[ -][A-Z][a-zéü]+)+)"
)
_PEOPLE = re.compile(
    rf"\b(?:{'|'.join(_OFFICES)}|people|residents|officials|leaders|scientists|researchers|workers|students|police|teachers|critics"
    r"|players|team|he|she|man|woman|men|women|sides|two|counterparts|partners)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[A-Z][a-zéü’'-]+\.?|[A-Z]\.)(?: (?:[A-Z]\.|de|van|von|[A-Z][\w’'-]+))*")
_ORGANISATION = re.compile(
    r"\b(?:University|Company|Party|Council|Government|Ministry|Union|Court|Bank|Museum|City|School|Club|Institute|Agency"
    r"|Committee|Congress|Parliament|Association|Society|Center|Centre|Library|War|States|Arabia)\b"
)
_SPOKE = "said|says|added|asked|warned|explained|told|replied|insisted|recalled"
_SPEAKER = r"(?:the |a )?[\w’'. -]{2,40}?"
_QUOTED = re.compile(
    rf"[”\"],? (?:(?P<before>{_SPEAKER}) (?:{_SPOKE})\b|(?:{_SPOKE}) (?P<after>{_SPEAKER})(?=[,.;]|$| (?:in|on|at|after)\b))"
)
_STATED_TO = re.compile(r"^(?:[A-Z]\w+(?: [A-Z]\w+)? )?(?:that|about|the fact that)\s")
_TOPIC = re.compile(
    r"(?:the |a |an |its |their |his |her )?(?!(?:it|he|she|they|there|we|i|this|that|to|in|on|at|for)\b)"
    r"[\w’'-]+(?: [\w’'-]+){0,5}?"
    r"(?= (?:is|are|was|were|has|have|had|will|would|could|can|should|must|may|might|of|to|in|on|for|by|with|from|at|as|and"
    r"|[a-z]+ed)\b)"
)
_OBJECT = re.compile(r"(?:the|a|an|its|their|his|her|some|several|many|new) ")


def questions(clause: Clause, person: bool) -> Iterator[str]:
    """Yield candidate questions about a clause, the most telling first.

    Args:
        clause: the sentence's main clause.
        person: whether the subject is known to be a person.
    """
    who = person or is_person(clause.subject)
    speech = SPEECH.get(clause.verb)
    if speech and (clause.verb in _SAYING or clause.rest.startswith("that ")):
        yield from _about_speech(clause, speech)
        return
    yield from _about_circumstances(clause)
    yield from _about_amounts(clause)
    rest = clause.rest.strip(" ,.")
    if clause.role and _PEOPLE.search(clause.role):
        yield f"Who is {clause.subject}?"
    if clause.verb in ("is", "was", "are", "were") and re.match(r"an? ", rest):
        yield f"{'Who' if who else 'What'} {clause.verb} {clause.subject}?"
    if len(rest.split()) > 1:
        yield f"{'Who' if who else 'What'} {clause.verb} {clause.rest}?"
    if clause.base and clause.base != "have" and _OBJECT.match(rest):
        yield f"What did {clause.subject} {clause.base}?"


def _about_circumstances(clause: Clause) -> Iterator[str]:
    reason = REASON.search(clause.rest)
    rest = clause.rest[: reason.start()].strip(" ,") if reason else clause.rest
    if reason:
        yield f"Why {clause.inverted(rest)}?"
    date = DATE.search(rest)
    if date or DATE.match(f" {clause.lead}"):
        yield f"When {clause.inverted(_without(rest, date))}?"
    place = PLACE.search(_without(rest, date))
    if place and (clause.base or " " in rest):
        yield f"Where {clause.inverted(_without(_without(rest, date), place))}?"


def _about_amounts(clause: Clause) -> Iterator[str]:
    for asking, pattern in (("How much", _MONEY), ("What share", _SHARE), ("How many", _COUNT)):
        found = pattern.match(clause.rest)
        if found:
            of = found.groupdict()
            what = f"{asking} {of['noun']}" if "noun" in of else f"{asking}{of.get('of') or ''}"
            after = clause.rest[found.end() :]
            yield f"{what} {clause.inverted('' if after.startswith(',') else after.strip())}?"
            return


def _about_speech(clause: Clause, speech: str) -> Iterator[str]:
    about = _TOPIC.match(_STATED_TO.sub("", clause.rest))
    if about:
        yield f"What did {clause.subject} say about {about[0]}?"
    yield f"What did {clause.subject} {speech}?"


def roles(sentence: str) -> Iterator[str]:
    """Yield questions about who holds a role that the sentence names: “Foreign Minister Wang Yi” → who is he, who is it?"""
    for found in _ROLES.finditer(sentence):
        yield f"Who is {found['name']}?"
        yield f"Who is the {found['role'].lower()}{found['of'] or ''}?"


def speaker(sentence: str) -> str | None:
    """Return who says a quotation in the sentence: “…,” said the mayor; None if nobody does."""
    found = _QUOTED.search(sentence)
    return (found["before"] or found["after"]).strip() if found else None


def is_person(name: str) -> bool:
    """Say whether a subject looks like a person or people: a role, or a name of two words and more that is no institution."""
    if _PEOPLE.search(name):
        return True
    return bool(" " in name and _NAME.fullmatch(name) and not _ORGANISATION.search(name))


def _without(text: str, found: re.Match[str] | None) -> str:
    return " ".join(f"{text[: found.start()]} {text[found.end() :]}".split()).strip(" ,") if found else text
