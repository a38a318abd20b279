"""Questions about a clause with their answers, from what it holds: dates, sums, counts, names, causes, places, what is what."""

import re
from collections.abc import Iterator

from bot.curation.draft.circumstances import how, how_much, when, where, why
from bot.curation.draft.phrases import (
    BE,
    INDEFINITE,
    LONG,
    MODALS,
    Asked,
    in_year,
    plain,
    shortened,
    without_last_date,
    without_reason,
)
from bot.curation.draft.sentence.clauses import Clause
from bot.curation.draft.sentence.facts import (
    AGENT,
    CALLED,
    DATE,
    PASSIVE,
    STRANDED,
    without,
)
from bot.curation.draft.sentence.people import is_agent, is_person
from bot.curation.draft.sentence.predicate import begins_object
from bot.curation.draft.sentence.speech import SAYING, reports, speech
from bot.curation.english.verbs import past_of, past_participle
from bot.language import Lexicon

_PRONOUN = re.compile(r"^(?:it|he|she|they|this|that|these|those|him|them|such|there)\b", re.IGNORECASE)
_STATES = frozenset({"remain", "become", "seem", "appear", "stay", "have", "include", "mean", "contain"})


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
    yield from when(clause, lexicon)
    yield from how_much(clause)
    agents = list(_agent(clause, lexicon))
    yield from agents
    yield from why(clause)
    yield from _what_is(clause, who)
    yield from _stranded(clause, by_whom=bool(agents))
    yield from how(clause, lexicon, by_whom=bool(agents))
    yield from where(clause)
    yield from _who(clause, who)
    yield from _what_done(clause)
    yield from _what_else(clause, lexicon)


def _agent(clause: Clause, lexicon: Lexicon) -> Iterator[Asked]:
    """Yield who did it by a passive: “was founded by X” → who founded it?"""
    participle, _, rest = clause.rest.removeprefix("first ").removeprefix("originally ").partition(" ")
    by = AGENT.match(f" {rest}")
    if not by or clause.verb not in ("was", "were") or not past_participle(participle, lexicon):
        return
    agent = by["who"]
    left = f" {rest}"[by.end() :]
    if left.startswith(" between ") or " and by " in left:  # “the treaty between the two”; somebody else too
        return
    others = "" if left.startswith(",") else plain(left.strip(" "))
    if is_person(agent) or agent[0].isupper() or agent.startswith(("the ", "a ")):
        asking = "Who" if is_person(agent) or not agent.startswith(("the ", "a ", "an ")) else "What"
        others = without(f" {others}", DATE.search(f" {others}")).split(" and ")[0]
        yield Asked(f"{asking} {past_of(participle)} {clause.subject} {shortened(others)}".strip() + "?", agent)


def _what_is(clause: Clause, who: bool) -> Iterator[Asked]:
    rest = clause.rest
    called = CALLED.match(rest) if clause.verb in BE else None
    if called and not _PRONOUN.match(called["what"]):
        how = called["how"]
        yield Asked(f"What {clause.verb} {clause.subject} {how}?", without_last_date(plain(called["what"])))
        return
    member = _MEMBER.match(rest) if clause.verb in BE else None
    if member:
        yield Asked(
            f"What {clause.verb} {clause.subject} {member['as']} of?",
            without(f" {member['what']}", DATE.search(f" {member['what']}")),
        )
    elif clause.verb in BE and INDEFINITE.match(rest) and not _SAME.search(clause.subject):
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
_TO_DO = frozenset(
    {"agree", "seek", "try", "attempt", "want", "decide", "hope", "refuse", "plan", "promise", "wish", "intend", "offer"}
)
_EFFECT = re.compile(
    r"(?P<what>an? (?:[\w,’'-]+ )*?(?P<noun>impact|influence|effect|role|part|advantage)) (?P<on>(?:on|in|over) .+)"
)
_SAME = re.compile(r"\b(?:one|another|part|example|result|reason|number)\b")


def _stranded(clause: Clause, by_whom: bool) -> Iterator[Asked]:
    passive = PASSIVE.match(clause.rest) if clause.verb in BE else None
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


def _who(clause: Clause, who: bool) -> Iterator[Asked]:
    rest = shortened(plain(without_reason(clause.rest)))
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
    if clause.base or (clause.verb in BE and who):
        yield Asked(f"Who {clause.verb} {rest}{in_year(clause)}?", ", ".join(filter(None, (clause.subject, clause.role))))


def _what_done(clause: Clause) -> Iterator[Asked]:
    rest = without_reason(clause.rest).strip(" ,.")
    effect = _EFFECT.match(rest) if clause.base in ("have", "play") else None
    if effect:
        on = re.sub(r" (?:by|through|with|for|after)$", "", shortened(plain(effect["on"])))
        yield Asked(f"What {effect['noun']} {clause.inverted(on)}?", effect["what"])
    if clause.base in _TO_DO and rest.startswith("to "):
        yield Asked(f"What {clause.inverted('to do')}?", rest)
    first = rest.partition(" ")[0]
    if not clause.base or clause.base in ("have", "remain", "say", "ask", "begin", "seek", "tend", "continue") or not rest:
        return
    listed = clause.base in ("include", "comprise", "contain", "require", "produce", "provide", "discuss", "use", "offer")
    if (
        (begins_object(first) or listed)
        and not re.match(r"[$€£\d]|at (?!least)|that\b|each other|about\b|nearly\b|over\b", rest)
        and not DATE.match(f" {rest}")
    ):
        yield Asked(f"What {clause.inverted('')}{in_year(clause)}?", without_last_date(rest))


def _what_else(clause: Clause, lexicon: Lexicon) -> Iterator[Asked]:
    """Yield what has been done, or may be done, to what: “has undergone a change”, “will open a bridge”."""
    done, _, what = clause.rest.removeprefix("also ").partition(" ")
    perfect = clause.verb in ("has", "have") and past_participle(done, lexicon)
    modal = clause.verb in MODALS and lexicon.is_real(done) and done not in ("be", "not", "also", "have")
    if not clause.base and (perfect or modal) and begins_object(what.partition(" ")[0]):
        yield Asked(f"What {clause.verb} {clause.subject} {done}?", without_last_date(plain(what)))
    nouns = plain(clause.rest).split(",")[0].split()
    named = clause.verb == "are" and nouns and nouns[-1].endswith("s") and not past_participle(nouns[0], lexicon)
    if named and 1 < len(nouns) <= LONG and not nouns[0].endswith("ly") and " of " not in clause.rest[:12]:
        yield Asked(f"What are {clause.subject}?", " ".join(nouns))
