"""Learn: one group of questions after the other, with the ways to learn from it, of which a person takes one or none."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlencode

from aiohttp import web

from bot.curation import drop
from bot.curation.learn import AsAnswer, AsWording, Filters
from bot.errors import BotError, KnowledgeError
from bot.knowledge import Manuscript, Passage
from bot.language import harmless
from bot.surfaces.web.desk.jobs import Progress
from bot.surfaces.web.desk.learning.bench import Bench, Card, Filled, Taken
from bot.surfaces.web.desk.learning.cards import cards_for
from bot.surfaces.web.desk.learning.filling import NotFilledError, drafted, filled_in, taken
from bot.surfaces.web.desk.learning.gathering import UnsupportedError, as_draft, prove, unfit
from bot.surfaces.web.desk.learning.reading import OFF, read_for
from bot.surfaces.web.desk.learning.unwritten import CHANGED, unwritten
from bot.surfaces.web.desk.pages import off_loop, page
from bot.surfaces.web.desk.seen import lit_article
from bot.surfaces.web.desk.shelf import Opened
from bot.surfaces.web.desk.state import DESK, Desk, opened
from bot.surfaces.web.desk.views.asked import filters_of, group_all
from bot.surfaces.web.desk.views.jobs import failure, watch

_BARE = "Nobody has curated this article yet. Draft its entries first, on the page of the article."
_CHANGED = f"{CHANGED} nothing was taken. What you typed is still here: accept it again if it still holds."
_GONE = f"{CHANGED} the cards were made anew; nothing was taken."


async def learn(request: web.Request) -> web.StreamResponse:
    """Show the card that is asked for, or the first that nothing was decided about; first the journal must be read."""
    desk = request.app[DESK]
    found = await off_loop(lambda: opened(request))
    if found.manuscript is None:
        return await page(request, "learn.html", {"bench": Bench(silence=_BARE), "card": None, "days": 30, "after": ""})
    told = failure(desk, request.query.get("job", ""))
    if told:
        return await page(request, "told.html", {"title": "The journal cannot be read", "lines": told}, 409)
    bench = desk.benches.at(found.name)
    days = filters_of(request.query).days if "days" in request.query else bench.days
    if bench.digest != found.knowledge.digest or bench.days != days:
        return await page(request, "unread.html", {"days": days, "card": request.query.get("card", "")})
    return await _show(request, found, bench)


async def anew(request: web.Request) -> web.StreamResponse:
    """Read the journal again."""
    form = await request.post()
    found = await off_loop(lambda: opened(request))
    raise _reading(request.app[DESK], found, filters_of(form).days, str(form.get("card", "")))


async def decide(request: web.Request) -> web.StreamResponse:
    """Take what a person decided about a card, and lead on to the next one."""
    form, desk = await request.post(), request.app[DESK]
    found = await off_loop(lambda: opened(request))
    bench, back = desk.benches.at(found.name), str(form.get("back", ""))
    if back in bench.taken:
        desk.benches.change(found.name, lambda one: _without(one, back))
        raise web.HTTPSeeOther(f"{address(found.name)}?{urlencode({'card': back})}")
    card = next((one for one in bench.cards if one.id == form.get("card")), None)
    if card is None or found.manuscript is None or form.get("cards") != bench.digest:
        return await unwritten(request, bench, (_GONE,), 409, _typed(form))
    filled = filled_in(form, card.lesson)
    if form.get("to"):
        desk.benches.change(found.name, lambda one: replace(one, typed={**one.typed, card.id: filled}))
        raise web.HTTPSeeOther(f"{address(found.name)}?{urlencode({'card': str(form['to'])})}")
    if form.get("digest") != found.knowledge.digest:
        return await _show(request, found, bench, card, filled, (_CHANGED,), 409)
    try:
        where = await off_loop(lambda: _decided(desk, found, card, filled, str(form.get("do", ""))))
    except BotError as error:
        lines = tuple(map(harmless, _lines_of(error)))
        unsupported = isinstance(error, UnsupportedError)
        return await _show(request, found, bench, card, filled, lines, 422, unsupported=unsupported)
    raise web.HTTPSeeOther(f"{address(found.name)}?{urlencode(where)}")


def _typed(form: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the texts of the way that was chosen in a form, each with what it is."""
    beginning = f"w{form.get('way', '')}-"
    return tuple((name.removeprefix(beginning), str(text)) for name, text in form.items() if name.startswith(beginning) and text)


def address(name: str) -> str:
    """Return where the cards of an article are."""
    return f"/of/{quote(name, safe='')}/learn"


def _reading(desk: Desk, found: Opened, days: int, card: str) -> web.HTTPSeeOther:
    """Begin to read the journal, and lead to where one sees how far that is."""
    job = desk.jobs.start(lambda progress: _read(desk, found, days, progress), (found.name, "read"))
    where = f"{address(found.name)}?{urlencode({'job': job.id, **({'card': card} if card else {})})}"
    return watch(job, where, tells=True)


def _read(desk: Desk, found: Opened, days: int, progress: Progress) -> None:
    progress("reading the journal", 0.0)
    reading = read_for(found, desk.shelf.foreign_ids(found.name), desk.open_journal, Filters(days=days))
    asked = reading.asked.unanswered if reading else ()
    cards, outside = cards_for(found, asked, lambda questions, report: group_all(found, questions, desk, report), progress)
    fresh = Bench(found.knowledge.digest, days, cards, outside, reading.silence if reading else OFF)
    desk.benches.change(
        found.name,
        lambda bench: replace(
            bench, digest=fresh.digest, days=days, cards=cards, outside=outside, silence=fresh.silence, unfit=_unfit(found, bench)
        ),
    )


def _unfit(found: Opened, bench: Bench) -> frozenset[str]:
    return unfit(found.manuscript, bench.taken) if found.manuscript else frozenset()


def _decided(desk: Desk, found: Opened, card: Card, filled: Filled, what: str) -> Mapping[str, str]:
    """Do it, and return which card is next and which was before."""
    assert found.manuscript
    match what:
        case "accept":
            bench = _accept(desk, found.name, found.manuscript, card, taken(card.lesson, filled))
        case "draft":
            bench = _accept(desk, found.name, found.manuscript, card, as_draft(taken(card.lesson, filled)))
        case "skip":
            bench = desk.benches.change(found.name, lambda one: _without(one, card.id, skipped=True))
        case "drop":
            drop(found.knowledge.path, *(question.text for question in card.lesson.group.questions))
            following = desk.benches.at(found.name).following(card.id)
            desk.benches.change(found.name, lambda one: _dropped(one, card.id))
            return {"after": card.id, **({"card": following} if following else {})}
        case _:
            raise LookupError(what)
    following = bench.following(card.id)
    return {"after": card.id, **({"card": following} if following else {})}


def _accept(desk: Desk, name: str, manuscript: Manuscript, card: Card, accepted: Taken) -> Bench:
    prove(manuscript, desk.benches.at(name), card.id, accepted)
    return desk.benches.change(
        name, lambda bench: replace(_without(bench, card.id), taken={**_without(bench, card.id).taken, card.id: accepted})
    )


def _without(bench: Bench, id_: str, *, skipped: bool = False) -> Bench:
    """Return a bench on which nothing was decided about a card, but that it is passed over, if it is."""
    kept = {one: accepted for one, accepted in bench.taken.items() if one != id_}
    typed = {one: filled for one, filled in bench.typed.items() if one != id_}
    passed = bench.skipped - {id_} | ({id_} if skipped else frozenset())
    return replace(bench, taken=kept, unfit=bench.unfit - {id_}, typed=typed, skipped=passed)


def _dropped(bench: Bench, id_: str) -> Bench:
    return replace(_without(bench, id_), cards=tuple(card for card in bench.cards if card.id != id_))


def _lines_of(error: BotError) -> list[str]:
    if isinstance(error, KnowledgeError):  # whose lines begin with the file's path, which the page need not tell
        return [f"{fault.what}; {fault.fix}" for fault in error.faults]
    return [str(error)] if isinstance(error, NotFilledError) else str(error).splitlines()


async def _show(
    request: web.Request,
    found: Opened,
    bench: Bench,
    card: Card | None = None,
    filled: Filled | None = None,
    lines: tuple[str, ...] = (),
    status: int = 200,
    *,
    unsupported: bool = False,
) -> web.Response:
    asked_for = request.query.get("card") or bench.following("")
    at_hand = card or next((one for one in bench.cards if one.id == asked_for), None)
    values: dict[str, Any] = {"bench": bench, "card": at_hand, "days": bench.days, "lines": lines, "opened": found}
    if at_hand:
        known = bench.taken.get(at_hand.id)
        place = bench.cards.index(at_hand) if at_hand in bench.cards else 0
        values |= {
            "filled": filled or bench.typed.get(at_hand.id) or (known.filled if known else drafted(at_hand.lesson)),
            "number": place + 1,
            "around": (bench.cards[place - 1].id, bench.cards[(place + 1) % len(bench.cards)].id),
            "paragraphs": lit_article(found.knowledge.article, _stands_on(at_hand)),
        }
    values |= {"after": request.query.get("after", ""), "unsupported": unsupported}
    return await page(request, "learn.html", {**values, "place": "learn"}, status)


def _stands_on(card: Card) -> tuple[Passage, ...]:
    """Return the sentence that a new answer may stand on; where none is offered, those of the likeliest entry."""
    for way in card.lesson.ways:
        if isinstance(way, AsAnswer):
            return (way.passage,)
    return next((way.entry.passages for way in card.lesson.ways if isinstance(way, AsWording)), ())


ROUTES = (
    web.get("/of/{name}/learn", learn),
    web.post("/of/{name}/learn", decide),
    web.post("/of/{name}/learn/read", anew),
)
