"""Questions about a clause with their answers, from what it holds: dates, sums, counts, names, causes, places, what is what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.curation.draft.clauses import Clause, begins_object
from bot.curation.draft.facts import (
    AGENT,
    CALLED,
    COUNT,
    DATE,
    DURATION,
    EVENT,
    MONEY,
    PASSIVE,
    PLACE,
    REASON,
    SHARE,
    STRANDED,
    without,
)
from bot.curation.draft.people import is_agent, is_person
from bot.curation.draft.speech import SAYING, reports, speech
from bot.curation.draft.verbs import past_of, past_participle
from bot.language import Lexicon

_LONG = 7  # words of a rest that is cut at a preposition
_TAIL = re.compile(
    r"\s(?:as well as|along with|together with|due to|because of|based on|rather than|such as|by|with|under|through|for|from"
    r"|as|to|in|on|at|after|before|during|among|between|within|against)\s"
)
_INDEFINITE = re.compile(r"^(?:an?|the|one of|part of) ")
_PRONOUN = re.compile(r"^(?:it|he|she|they|this|that|these|those|him|them|such|there)\b", re.IGNORECASE)
_CLAUSE_WITHIN = re.compile(
    r",? (?:stating|saying|arguing|claiming|giving|making|allowing|leading|resulting|causing|whereby|that|which|who|where"
    r"|when|whose|because|although|while|since|so that|if)\b.*"
)
_MANNER = re.compile(r"(?:by|through|with|using|according to|via|by means of|without) (?!\d)")
_MODALS = frozenset({"will", "can", "could", "may", "might", "must", "should", "would"})
_STATES = frozenset({"remain", "become", "seem", "appear", "stay", "have", "include", "mean", "contain"})
_BE = frozenset({"is", "was", "are", "were"})
_PLACED = frozenset({
    "born", "held", "built", "founded", "located", "situated", "based", "established", "signed", "opened", "buried",
    "headquartered",
    "meet", "die", "live", "settle", "land", "arrive", "begin", "originate", "stand", "grow", "study", "work", "marry",
    "centered",
    "concentrated", "published", "installed", "discovered", "invented", "launched", "found", "take place",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer, in the sentence's own words; neither is made ready for readers yet."""

    question: str
    answer: str


def questions(clause: Clause, lexicon: Lexicon, person: bool) -> Iterator[Asked]:
    """Yield questions about a clause, the most telling first.

    Args:
        clause: any clause with a subject that names something.
        lexicon: tells verbs.
        person: whether the subject is known to be a person.
    """
    if reports(clause):
        yield from (Asked(*pair) for pair in speech(clause))
        return
    who = person or is_person(clause.subject)
    yield from _when(clause)
    yield from _how_much(clause)
    agents = list(_agent(clause, lexicon))
    yield from agents
    yield from _why(clause)
    yield from _what_is(clause, who)
    yield from _stranded(clause, by_whom=bool(agents))
    yield from _how(clause, lexicon, by_whom=bool(agents))
    yield from _where(clause)
    yield from _who(clause, who)
    yield from _what_done(clause)
    yield from _what_else(clause, lexicon)


def _when(clause: Clause) -> Iterator[Asked]:
    if clause.lead:
        rest = shortened(plain(_without_rate(clause.rest)))
        if rest or clause.base:
            yield Asked(f"When {clause.inverted(rest)}?", clause.lead)
        return
    if clause.verb in ("has", "have") or (clause.verb in _BE and _INDEFINITE.match(clause.rest)):
        return
    date = DATE.search(f" {clause.rest}") or _event(clause)
    if date and not _too_far(clause.rest, date):
        rest = shortened(plain(without(f" {clause.rest}", date)))
        if rest or clause.base:
            yield Asked(f"When {clause.inverted(rest)}?", date[0].strip(" ,"))


def _event(clause: Clause) -> re.Match[str] | None:
    found = EVENT.search(f" {clause.rest}") if clause.past else None
    return found if found and len(found[0].split()) > 2 else None


def _too_far(rest: str, found: re.Match[str]) -> bool:
    """Say whether a date belongs to a clause within the rest rather than to the verb."""
    return bool(_CLAUSE_WITHIN.search(f" {rest}"[: found.start()])) or " to " in f" {rest}"[: found.start()]


def _how_much(clause: Clause) -> Iterator[Asked]:
    if money := re.match(MONEY, clause.rest):
        after = shortened(plain(clause.rest[money.end() :].split(",")[0].strip()), 4)
        yield Asked(f"How much {clause.inverted(after if clause.base else '')}?", money[0])
    if clause.base:
        yield from _counted(clause)
    yield from _counted_subjects(clause)
    rest = f" {clause.rest}"
    if long := DURATION.search(rest):
        yield Asked(f"How long {clause.inverted(shortened(plain(without(rest, long))))}?", f"for {long['long']}")
    if clause.base and (by := _RATE.search(rest)):
        yield Asked(f"By how much {clause.inverted(plain(rest[: by.start()].strip(' ,')))}?", by[0].strip(" ,"))
    if share := re.match(SHARE, clause.rest):
        of = share["of"] or ""
        after = plain(clause.rest[share.end() :].strip(" ,"))
        yield Asked(f"What share{of} {clause.inverted(after)}?", share[0].removesuffix(of))


def _counted_subjects(clause: Clause) -> Iterator[Asked]:
    """Yield a question for each number that the subject, or an item of a list of subjects, begins with."""
    for item in re.split(r", | and ", clause.subject) if re.match(COUNT, clause.subject) else ():
        found = re.fullmatch(COUNT, item)
        if found and found["number"] not in ("one", "two"):
            yield Asked(f"How many{found['noun']} {clause.verb} {shortened(plain(clause.rest))}?", item)


def _counted(clause: Clause) -> Iterator[Asked]:
    """Yield a question for each number that the verb's object, or an item of a list of objects, begins with."""
    items = re.split(r",\s+(?:and\s+)?|\s+and\s+", clause.rest)
    for place, item in enumerate(items):
        found = re.fullmatch(COUNT, item) or re.match(COUNT, item)
        if not found or (place and not all(re.match(r"\d|[a-z]+ [A-Za-z]", one) for one in items[:place])):
            continue
        after = plain(item[found.end() :].strip()) if len(items) == 1 else ""
        yield Asked(f"How many{found['noun']} {clause.inverted(after)}?", found[0])


def _agent(clause: Clause, lexicon: Lexicon) -> Iterator[Asked]:
    """Yield who did it by a passive: “was founded by X” → who founded it?"""
    participle, _, rest = clause.rest.removeprefix("first ").removeprefix("originally ").partition(" ")
    by = AGENT.match(f" {rest}")
    if not by or clause.verb not in ("was", "were") or not past_participle(participle, lexicon):
        return
    agent = by["who"]
    left = f" {rest}"[by.end() :]
    others = "" if left.startswith(",") else plain(left.strip(" "))
    if is_person(agent) or agent[0].isupper() or agent.startswith(("the ", "a ")):
        asking = "Who" if is_person(agent) or not agent.startswith(("the ", "a ", "an ")) else "What"
        others = without(f" {others}", DATE.search(f" {others}")).split(" and ")[0]
        yield Asked(f"{asking} {past_of(participle)} {clause.subject} {shortened(others)}".strip() + "?", agent)


def _why(clause: Clause) -> Iterator[Asked]:
    whole = f"{clause.rest}{', ' if clause.after.startswith('because') else ' '}{clause.after}".strip()
    cause = next((lead for lead in clause.leads if REASON.match(lead)), "")
    if cause and (before := shortened(plain(_without_rate(clause.rest)))):
        yield Asked(f"Why {clause.inverted(before)}?", cause)
        return
    reason = REASON.search(whole)
    if reason and (before := whole[: reason.start()].strip(" ,")) and not _CLAUSE_WITHIN.search(f" {before}"):
        yield Asked(f"Why {clause.inverted(plain(before))}?", f"{reason['how']} {_until_comma(reason['why'])}")


def _until_comma(text: str) -> str:
    head = text.split(";")[0]
    return head if len(head.split()) <= 20 else head.split(",")[0]


def _what_is(clause: Clause, who: bool) -> Iterator[Asked]:
    rest = clause.rest
    called = CALLED.match(rest) if clause.verb in _BE else None
    if called and not _PRONOUN.match(called["what"]):
        how = called["how"]
        yield Asked(f"What {clause.verb} {clause.subject} {how}?", _without_last_date(plain(called["what"])))
        return
    member = _MEMBER.match(rest) if clause.verb in _BE else None
    if member:
        yield Asked(
            f"What {clause.verb} {clause.subject} {member['as']} of?",
            without(f" {member['what']}", DATE.search(f" {member['what']}")),
        )
    elif clause.verb in _BE and _INDEFINITE.match(rest) and not _SAME.search(clause.subject):
        superlative = re.match(
            r"(?:the|one of the) (?:[\w’'-]+ )?(?:[a-z]+est|first|only|main|second|third"
            r"|most [a-z]+)\b",
            rest,
        )
        if superlative and len(plain(rest).split()) > 2:
            yield Asked(f"{'Who' if who else 'What'} {clause.verb} {plain(rest)}?", clause.subject)
        elif len(rest.split()) > 1:
            yield Asked(f"{'Who' if who else 'What'} {clause.verb} {clause.subject}?", rest)
    if clause.role and not clause.role.isdigit() and who:
        yield Asked(f"Who {'is' if clause.verb in ('is', 'has', 'will') else 'was'} {clause.subject}?", clause.role)


_MEMBER = re.compile(
    r"(?P<as>an? (?:[a-z]+ )?(?:member|part|supporter|opponent|student|alumnus|ally|pupil|citizen|native)) of (?P<what>.+)"
)
_RATE = re.compile(rf"\sby {SHARE.pattern}")
_TO_DO = frozenset(
    {"agree", "seek", "try", "attempt", "want", "decide", "hope", "refuse", "plan", "promise", "wish", "intend", "offer"}
)
_EFFECT = re.compile(
    r"(?P<what>an? (?:[\w,’'-]+ )*?(?P<noun>impact|influence|effect|role|part|advantage)) (?P<on>(?:on|in|over) .+)"
)
_SAME = re.compile(r"\b(?:one|another|part|example|result|reason|number)\b")


def _stranded(clause: Clause, by_whom: bool) -> Iterator[Asked]:
    passive = PASSIVE.match(clause.rest) if clause.verb in _BE else None
    if passive and not _PRONOUN.match(passive["what"]) and not (by_whom and passive["how"].endswith(" by")):
        how, what = passive["how"], passive["what"]
        if how.endswith(" to") and not begins_object(what.partition(" ")[0]) and not what[0].isupper():
            yield Asked(f"What {clause.verb} {clause.subject} {how} do?", f"to {what}")
        else:
            yield Asked(f"What {clause.verb} {clause.subject} {how}?", what)
        return
    found = STRANDED.match(f"{clause.verb} {clause.rest}") if clause.base else None
    if found and not _PRONOUN.match(found["what"]):
        preposition = found["verb"].split()[-1]
        yield Asked(f"What {clause.inverted(preposition)}?", found["what"])


def _how(clause: Clause, lexicon: Lexicon, by_whom: bool) -> Iterator[Asked]:
    """Yield by what or with what something is done: “may be delivered according to a scheme” → how may it be delivered?"""
    done, _, manner = clause.rest.removeprefix("be ").partition(" ")
    be = "be " if clause.rest.startswith("be ") else ""
    known = clause.verb in (_MODALS if be else _BE) and past_participle(done, lexicon)
    if known and _MANNER.match(manner) and not (by_whom and manner.startswith("by ")):
        asked = f"{clause.verb} {clause.subject} {be}{done}"
        held = manner.startswith("with ")
        yield Asked(f"What {asked} with?", plain(manner[5:])) if held else Asked(f"How {asked}?", plain(manner))


def _where(clause: Clause) -> Iterator[Asked]:
    rest = without(f" {clause.rest}", DATE.search(f" {clause.rest}"))
    done = clause.base or rest.partition(" ")[0]
    place = PLACE.search(f" {rest}")
    if (
        place
        and done in _PLACED
        and (clause.base or clause.verb in _BE)
        and not _CLAUSE_WITHIN.search(f" {rest}"[: place.start()])
    ):
        before = f" {rest}"[: place.start()].strip(" ,")
        if before or clause.base:
            yield Asked(f"Where {clause.inverted(before)}?", place[0].strip())


def _who(clause: Clause, who: bool) -> Iterator[Asked]:
    rest = shortened(plain(_without_reason(clause.rest)))
    named = who or (is_agent(clause.subject) and bool(clause.base))
    if (
        not named
        or clause.base in _STATES
        or clause.verb in SAYING
        or not (clause.past or clause.verb in ("was", "were"))
        or not rest
        or len(rest.split()) < 2
    ):
        return
    if clause.base or (clause.verb in _BE and who):
        yield Asked(f"Who {clause.verb} {rest}{_in_year(clause)}?", ", ".join(filter(None, (clause.subject, clause.role))))


def _what_done(clause: Clause) -> Iterator[Asked]:
    rest = _without_reason(clause.rest).strip(" ,.")
    effect = _EFFECT.match(rest) if clause.base in ("have", "play") else None
    if effect:
        yield Asked(f"What {effect['noun']} {clause.inverted(shortened(plain(effect['on'])))}?", effect["what"])
    if clause.base in _TO_DO and rest.startswith("to "):
        yield Asked(f"What {clause.inverted('to do')}?", rest)
    first = rest.partition(" ")[0]
    if not clause.base or clause.base in ("have", "remain", "say", "begin", "seek", "tend", "continue") or not rest:
        return
    listed = clause.base in ("include", "comprise", "contain", "require", "produce", "provide", "discuss", "use", "offer")
    if (
        (begins_object(first) or listed)
        and not re.match(r"[$€£\d]|at (?!least)|that\b|each other|about\b|nearly\b|over\b", rest)
        and not DATE.match(f" {rest}")
    ):
        yield Asked(f"What {clause.inverted('')}{_in_year(clause)}?", _without_last_date(rest))


def _what_else(clause: Clause, lexicon: Lexicon) -> Iterator[Asked]:
    """Yield what has been done, or may be done, to what: “has undergone a change”, “will open a bridge”."""
    done, _, what = clause.rest.removeprefix("also ").partition(" ")
    perfect = clause.verb in ("has", "have") and past_participle(done, lexicon)
    modal = clause.verb in _MODALS and lexicon.is_real(done) and done not in ("be", "not", "also", "have")
    if not clause.base and (perfect or modal) and begins_object(what.partition(" ")[0]):
        yield Asked(f"What {clause.verb} {clause.subject} {done}?", _without_last_date(plain(what)))
    nouns = plain(clause.rest).split(",")[0].split()
    named = clause.verb == "are" and nouns and nouns[-1].endswith("s") and not past_participle(nouns[0], lexicon)
    if named and 1 < len(nouns) <= _LONG and not nouns[0].endswith("ly") and " of " not in clause.rest[:12]:
        yield Asked(f"What are {clause.subject}?", " ".join(nouns))


def _without_rate(rest: str) -> str:
    found = _RATE.search(rest)
    return rest[: found.start()] if found else rest


def _without_reason(rest: str) -> str:
    found = REASON.search(rest)
    return rest[: found.start()] if found else rest


def _without_last_date(rest: str) -> str:
    date = DATE.search(rest)
    return rest[: date.start()] if date and date.end() >= len(rest) else rest


def _in_year(clause: Clause) -> str:
    """Return the date that a clause begins with, as it stands at the end of a question; empty without one."""
    dated = clause.lead and DATE.fullmatch(f" {clause.lead}") and not DATE.search(f" {clause.rest}")
    return f" {clause.lead[0].casefold()}{clause.lead[1:]}" if dated else ""


def plain(rest: str) -> str:
    """Return a rest without a clause within it."""
    return _CLAUSE_WITHIN.sub("", f" {rest}").strip(" ,")


def shortened(rest: str, longest: int = _LONG) -> str:
    """Return a rest that is short enough for a question: cut before a preposition where it is long."""
    words = rest.split()
    if len(words) <= longest:
        return rest
    head = rest.split(",")[0]
    cuts = [found.start() for found in _TAIL.finditer(head) if len(head[: found.start()].split()) >= _kept(words)]
    return head[: cuts[0]] if cuts else head


def _kept(words: Sequence[str]) -> int:
    """Return how many words are kept at least: a participle says enough, an object needs some more."""
    return 1 if words[0].endswith("ed") else 3
