"""Questions about the circumstances of what is told: when, where, why, how, how much, how many, how long."""

import re
from collections.abc import Iterator

from bot.curation.draft.phrases import BE, CLAUSE_WITHIN, INDEFINITE, MODALS, RATE, Asked, plain, shortened, without_rate
from bot.curation.draft.sentence.clauses import Clause
from bot.curation.draft.sentence.facts import COUNT, DATE, DURATION, EVENT, MONEY, PLACE, REASON, SHARE, without
from bot.curation.english.verbs import past_participle
from bot.language import Lexicon

_KIND = re.compile(r"[a-z]+s$")  # “houses”: no certain ones
_MANNER = re.compile(r"(?:by|through|with|using|according to|via|by means of|without) (?!\d)")
_DATED_TOO = re.compile(rf"\b[12]\d{{3}}s?\b(?! [a-z]+s\b)|{DATE.pattern}")
_PLACED = frozenset({
    "born", "held", "built", "founded", "located", "situated", "based", "established", "signed", "opened", "buried",
    "headquartered",
    "meet", "die", "live", "settle", "land", "arrive", "begin", "originate", "stand", "grow", "study", "work", "marry",
    "centered",
    "concentrated", "published", "installed", "discovered", "invented", "launched", "found", "take place",
})  # fmt: skip


def when(clause: Clause, lexicon: Lexicon) -> Iterator[Asked]:
    """Yield when it was, by a date or by something that happened."""
    done = any(past_participle(word, lexicon) or word == "born" for word in clause.rest.split()[:2])
    if clause.verb in BE and not done:
        return
    if clause.lead:
        rest = shortened(plain(without_rate(clause.rest)))
        if (rest or clause.base) and not _DATED_TOO.search(clause.rest):
            yield Asked(f"When {clause.inverted(rest)}?", clause.lead)
        return
    if clause.verb in ("has", "have") or (clause.verb in BE and INDEFINITE.match(clause.rest)):
        return
    date = DATE.search(f" {clause.rest}") or _event(clause)
    if date and not _too_far(clause.rest, date) and not _of_another(clause.rest, date):
        rest = shortened(plain(without(f" {clause.rest}", date)))
        if rest or clause.base:
            yield Asked(f"When {clause.inverted(rest)}?", date[0].strip(" ,"))


def _event(clause: Clause) -> re.Match[str] | None:
    found = EVENT.search(f" {clause.rest}") if clause.past else None
    return found if found and len(found[0].split()) > 2 else None


def _too_far(rest: str, found: re.Match[str]) -> bool:
    """Say whether a date belongs to a clause within the rest rather than to the verb."""
    before = f" {rest}"[: found.start()]
    return bool(CLAUSE_WITHIN.search(before) or re.search(r"\b(?:to|after|before|until|once|as soon as|following)\b", before))


def _of_another(rest: str, found: re.Match[str]) -> bool:
    """Say whether a date may belong to a part of the rest alone: to one of two figures, or to the first of two deeds."""
    before, after = f" {rest}"[: found.start()], f" {rest}"[found.end() :]
    if _DATED_TOO.search(before) or _DATED_TOO.search(after) or re.match(r"\s*,?\s*(?:and|or|but)\b", after):
        return True
    return bool(re.search(r"\b(?:down|up) from\b|\bthan\b|\bcompared\b", before)) or (" from " in before and " to " in after)


def how_much(clause: Clause) -> Iterator[Asked]:
    """Yield sums, counts, shares, rates and durations."""
    if (money := re.match(MONEY, clause.rest)) and not _KIND.match(clause.subject):
        after = shortened(plain(clause.rest[money.end() :].split(",")[0].strip()), 4)
        yield Asked(f"How much {clause.inverted(after if clause.base else '')}?", money[0])
    if clause.base:
        yield from _counted(clause)
    yield from _counted_subjects(clause)
    rest = f" {clause.rest}"
    if long := DURATION.search(rest):
        yield Asked(f"How long {clause.inverted(shortened(plain(without(rest, long))))}?", f"for {long['long']}")
    if clause.base and (by := RATE.search(rest)):
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
        of, after = _of_what(after)
        yield Asked(f"How many{found['noun']}{of} {clause.inverted(after)}?", found[0])


def _of_what(after: str) -> tuple[str, str]:
    """Return what is counted, and what follows that: “of land in the flood” → “ of land” and “in the flood”."""
    found = re.match(r"of [\w’'-]+(?: [\w’'-]+){0,2}?(?=$| (?:in|on|at|by|to|for|from|with|during)\b)", after)
    return (f" {found[0]}", after[found.end() :].strip()) if found else ("", after)


def why(clause: Clause) -> Iterator[Asked]:
    """Yield why, where a reason is given in so many words."""
    whole = f"{clause.rest}{', ' if clause.after.startswith('because') else ' '}{clause.after}".strip()
    cause = next((lead for lead in clause.leads if REASON.match(lead)), "")
    if cause and (before := shortened(plain(without_rate(clause.rest)))):
        yield Asked(f"Why {clause.inverted(before)}?", cause)
        return
    reason = REASON.search(whole)
    if reason and (before := whole[: reason.start()].strip(" ,")) and not CLAUSE_WITHIN.search(f" {before}"):
        yield Asked(f"Why {clause.inverted(plain(before))}?", f"{reason['how']} {_until_comma(reason['why'])}")


def _until_comma(text: str) -> str:
    head = text.split(";")[0]
    return head if len(head.split()) <= 20 else head.split(",")[0]


def how(clause: Clause, lexicon: Lexicon, by_whom: bool) -> Iterator[Asked]:
    """Yield by what or with what something is done: “may be delivered according to a scheme” → how may it be delivered?"""
    done, _, manner = clause.rest.removeprefix("be ").partition(" ")
    be = "be " if clause.rest.startswith("be ") else ""
    known = clause.verb in (MODALS if be else BE) and past_participle(done, lexicon)
    if known and _MANNER.match(manner) and not (manner.startswith("by ") and (by_whom or " and by " in manner)):
        asked = f"{clause.verb} {clause.subject} {be}{done}"
        held = manner.startswith("with ")
        yield Asked(f"What {asked} with?", plain(manner[5:])) if held else Asked(f"How {asked}?", plain(manner))


def where(clause: Clause) -> Iterator[Asked]:
    """Yield where it happened, for deeds that have a place."""
    rest = without(f" {clause.rest}", DATE.search(f" {clause.rest}")).strip()
    done = clause.base or rest.partition(" ")[0]
    place = PLACE.search(f" {rest}")
    if place and done in _PLACED and (clause.base or clause.verb in BE) and not CLAUSE_WITHIN.search(f" {rest}"[: place.start()]):
        before = f" {rest}"[: place.start()].strip(" ,")
        if before or clause.base:
            yield Asked(f"Where {clause.inverted(before)}?", place[0].strip())
