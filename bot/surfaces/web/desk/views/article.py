"""The article as it is worked on: sentences, what stands on each, and the entries to take, mend or drop."""

from dataclasses import dataclass

from aiohttp import web

from bot.curation.draft import DraftEntry, near_misses
from bot.curation.edit import Proposal
from bot.knowledge import Knowledge, plain_spaces
from bot.language import load_pack
from bot.surfaces.web.desk.entries.forms import proposed_for, written
from bot.surfaces.web.desk.entries.worksheet import Card, Worksheet, worksheet
from bot.surfaces.web.desk.pages import off_loop, page
from bot.surfaces.web.desk.shelf import Opened
from bot.surfaces.web.desk.state import opened


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows: the worksheet, the entry at hand, and the form where one is mended or begun.

    Attributes:
        sentence: the number of the sentence at hand; 0 for none.
        card: the entry at hand.
        form: what is in the form; None where none is open.
        gaps: what readers may ask about the entry at hand and the article does not say.
    """

    opened: Opened
    sheet: Worksheet
    sentence: int
    card: Card | None
    form: Proposal | None
    gaps: tuple[DraftEntry, ...] = ()


async def article(request: web.Request) -> web.Response:
    """Show the article with its entries, one of them at hand."""
    shown = await off_loop(lambda: _shown(request))
    proposed = proposed_for(shown.form, (), shown.opened.knowledge) if shown.form else ()
    return await page(request, "article.html", {"shown": shown, "sheet": shown.sheet, "remarks": None, "proposed": proposed})


def _shown(request: web.Request) -> Shown:
    found = opened(request)
    sheet = worksheet(found.knowledge)
    sentence = _number(request.query.get("s", ""), len(sheet.lines))
    card = _at_hand(sheet, request.query.get("e", ""), sentence)
    if found.manuscript is None:
        return Shown(found, sheet, sentence, None, None)
    if "new" in request.query:
        quote = sheet.lines[sentence - 1].text if sentence else ""
        return Shown(found, sheet, sentence, None, Proposal("", "", "", (quote,) if quote else (), (), "", "", ()))
    if card is None:
        return Shown(found, sheet, sentence, None, None)
    if "mend" in request.query:
        return Shown(found, sheet, sentence, card, written(found.manuscript, card.entry.id))
    return Shown(found, sheet, sentence, card, None, gaps=_gaps(card, found.knowledge) if "gaps" in request.query else ())


def _number(typed: str, last: int) -> int:
    return int(typed) if typed.isdecimal() and 1 <= int(typed) <= last else 0


def _at_hand(sheet: Worksheet, id_: str, sentence: int) -> Card | None:
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
