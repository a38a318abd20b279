"""The article as it is worked on: sentences, what stands on each, and the entries to take, mend or drop."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from aiohttp import web

from bot.curation.draft import DraftEntry, near_misses
from bot.errors import BotError
from bot.knowledge import Knowledge, plain_spaces
from bot.language import load_pack
from bot.surfaces.web.desk.entries.changes import TOLD, UnsupportedError
from bot.surfaces.web.desk.entries.done import Done
from bot.surfaces.web.desk.entries.forms import NEW, EntryForm, form_in, proposed_for, written
from bot.surfaces.web.desk.entries.worksheet import Card, Worksheet, number_in, worksheet
from bot.surfaces.web.desk.pages import lines_of, off_loop, page
from bot.surfaces.web.desk.shelf import Opened
from bot.surfaces.web.desk.state import DESK, opened


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows: the worksheet, the entry at hand, and the form where one is mended or begun.

    Attributes:
        sentence: the number of the sentence at hand; 0 for none.
        card: the entry at hand.
        form: what is in the form; None where none is open.
        proposed: wordings that the entry in the form may have too, each with whether it is ticked.
        gaps: what readers may ask about the entry at hand and the article does not say; None where that was not asked.
        about: what is told of the article, as it stands in the fields.
        retold: whether that was typed and not written.
        faults: why a change was not made.
        unsupported: whether it can be made as a draft all the same.
        done: the last change, where it can be undone.
    """

    opened: Opened
    sheet: Worksheet
    sentence: int = 0
    card: Card | None = None
    form: EntryForm | None = None
    proposed: tuple[tuple[str, bool], ...] = ()
    gaps: tuple[DraftEntry, ...] | None = None
    about: Mapping[str, str] = field(default_factory=dict)
    retold: bool = False
    faults: tuple[str, ...] = ()
    unsupported: bool = False
    done: Done | None = None


async def article(request: web.Request) -> web.Response:
    """Show the article with its entries, one of them at hand."""
    return await _page(request, await off_loop(lambda: _asked_for(opened(request), request.query)))


async def refused(request: web.Request, form: Any, error: BotError, status: int) -> web.Response:
    """Show why a change was not made, with all that was typed in its form, ready to be sent again."""
    shown = await off_loop(lambda: _given_back(opened(request), form))
    told = replace(shown, faults=lines_of(error), unsupported=isinstance(error, UnsupportedError))
    return await _page(request, told, status)


async def _page(request: web.Request, shown: Shown, status: int = 200) -> web.Response:
    done = request.app[DESK].done.get(shown.opened.name)
    if done and done.digest == shown.opened.knowledge.digest:
        shown = replace(shown, done=done)
    values = {"shown": shown, "sheet": shown.sheet, "remarks": None, "proposed": shown.proposed, "place": "article"}
    return await page(request, "article.html", values, status)


def _asked_for(found: Opened, query: Mapping[str, str]) -> Shown:
    shown = _at_hand(found, query)
    if found.manuscript is None or ("new" not in query and shown.card is None):
        return replace(shown, card=None)
    if "new" in query:
        return _with_form(shown, _begun(shown, query.get("ask", "")))
    assert shown.card
    if "mend" in query:
        entry = written(found.manuscript, shown.card.entry.id)
        wordings = dict.fromkeys(filter(None, (*entry.phrasings, plain_spaces(query.get("ask", "")))))
        return _with_form(shown, EntryForm(replace(entry, phrasings=tuple(wordings))))
    return replace(shown, gaps=_gaps(shown.card, found.knowledge) if "gaps" in query else None)


def _given_back(found: Opened, form: Any) -> Shown:
    """Return the page with what a form held: an entry's fields, or what it tells of the article."""
    at = _at_hand(found, {"e": str(form.get("id", "")), "s": str(form.get("s", ""))})
    if form.get("do") == "save":
        return _with_form(at, form_in(form))
    if form.get("do") == "about":
        return replace(at, about={name: str(form.get(name, "")) for name in TOLD}, retold=True)
    return at


def _at_hand(found: Opened, query: Mapping[str, str]) -> Shown:
    sheet, about = worksheet(found.knowledge), {str(name): getattr(found.knowledge.article, name) for name in TOLD}
    sentence = number_in(query.get("s", ""), len(sheet.lines))
    return Shown(found, sheet, sentence, _card(sheet, query.get("e", ""), sentence), about=about)


def _begun(shown: Shown, question: str) -> EntryForm:
    """Return the form of a new entry on the sentence at hand, if there is one."""
    quote = shown.sheet.lines[shown.sentence - 1].text if shown.sentence else ""
    return EntryForm(replace(NEW, question=plain_spaces(question), passages=(quote,) if quote else ()), begun=quote)


def _with_form(shown: Shown, form: EntryForm) -> Shown:
    card = shown.card if form.written.id else None
    return replace(shown, card=card, form=form, proposed=proposed_for(form, shown.opened.knowledge))


def _card(sheet: Worksheet, id_: str, sentence: int) -> Card | None:
    """Return the entry that is named, else the first on the sentence at hand, a draft before others, else the first draft."""
    named = next((card for card in sheet.cards if card.entry.id == id_), None)
    if named or id_:
        return named
    if sentence:
        return min((card for card in sheet.cards if sentence in card.sentences), key=lambda card: not card.draft, default=None)
    return next(iter((*sheet.drafts, *sheet.cards)), None)


def _gaps(card: Card, knowledge: Knowledge) -> tuple[DraftEntry, ...]:
    """Return what may be asked beside an entry and the article does not say, as far as no entry asks it yet."""
    article, entry = knowledge.article, card.entry
    asked = {plain_spaces(other.question).casefold() for other in (*knowledge.entries, *knowledge.drafts)}
    sentence = next((one for one in article.sentences if one.number in card.sentences), None)
    found = near_misses(DraftEntry(entry.question, entry.phrasings, entry.answer, sentence), article, load_pack(article.language))
    return tuple(gap for gap in found if gap.question.casefold() not in asked)


ROUTES = (web.get("/of/{name}/article", article),)
