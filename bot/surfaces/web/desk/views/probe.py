"""The probe: traps and paraphrases made from the entries; those that go wrong are taken with one key each."""

from collections.abc import Sequence
from urllib.parse import quote

from aiohttp import web

from bot.curation import drop, read_dropped
from bot.curation.edit import Edit, edited, save
from bot.curation.probe import Way, Wrong, probe, questions_of, synonyms_that_mend, ways
from bot.errors import BotError
from bot.knowledge import Knowledge
from bot.surfaces.web.desk.jobs import Progress
from bot.surfaces.web.desk.pages import off_loop, page, refused
from bot.surfaces.web.desk.probed import Probed
from bot.surfaces.web.desk.shelf import Opened
from bot.surfaces.web.desk.state import DESK, opened
from bot.surfaces.web.desk.views.jobs import watch

_MOST = 6  # traps, and paraphrases, of an entry
_KEYS = {"wording": "w", "note": "n", "synonym": "s", "drop": "d"}


async def show(request: web.Request) -> web.Response:
    """Show what went wrong, the first of it at hand; without a probe, how to begin one."""
    found = await off_loop(lambda: opened(request))
    probed = _probed(request)
    at_hand = probed.left[0] if probed and probed.left else None
    options = [(way, _KEYS[way.taking]) for way in ways(at_hand, found.knowledge)] if at_hand else []
    lost = _lost(probed, found.knowledge)
    shown = {"opened": found, "probed": probed, "wrong": at_hand, "options": options, "lost": lost, "lines": ()}
    return await page(request, "probe.html", shown)


async def begin(request: web.Request) -> web.StreamResponse:
    """Ask everything, which takes a while."""
    desk, found = request.app[DESK], await off_loop(lambda: opened(request))

    def work(report: Progress) -> None:
        dropped = read_dropped(found.knowledge.path)
        questions = questions_of([found.knowledge], _MOST, (), lambda _: dropped)
        asked = 0

        def count() -> None:
            nonlocal asked
            asked += 1
            report(f"asking {len(questions)} questions", asked / len(questions))

        report("building the index", 0.0)
        result = probe(found.answerer, questions, count)
        report("trying synonyms", 1.0)
        mendings = synonyms_that_mend(result, found.knowledge, desk.shelf.answering)
        desk.probed[found.name] = Probed(result, mendings)

    job = desk.jobs.start(work, (found.name, "probe"))
    raise watch(job, f"/of/{quote(found.name, safe='')}/probe")


async def take(request: web.Request) -> web.StreamResponse:
    """Do one thing about the question at hand."""
    form = await request.post()
    question, taking = str(form.get("question", "")), str(form.get("do", ""))
    probed = _probed(request)
    wrong = next((one for one in probed.left if one.asked.question == question), None) if probed else None
    if probed is None or wrong is None:
        raise web.HTTPSeeOther(request.rel_url.raw_path)
    if taking == "later":
        _keep(request, probed.later(question))
        raise web.HTTPSeeOther(request.rel_url.raw_path)
    try:
        await off_loop(lambda: _take(opened(request), wrong, taking))
    except BotError as error:
        return await refused(request, error)
    _keep(request, probed.done_with(question))
    raise web.HTTPSeeOther(request.rel_url.raw_path)


def _take(found: Opened, wrong: Wrong, taking: str) -> None:
    chosen = next((way for way in ways(wrong, found.knowledge) if way.taking == taking), None)
    if chosen is not None:
        _do(found, chosen)


def _do(found: Opened, way: Way) -> None:
    if way.dropped:
        drop(found.knowledge.path, way.dropped)
    else:
        _write(found, way.edits)


async def mend(request: web.Request) -> web.StreamResponse:
    """Take a synonym that mends several misses, or leave it."""
    form = await request.post()
    probed, other = _probed(request), str(form.get("other", ""))
    mending = next((one for one in probed.synonyms if one.other == other), None) if probed else None
    here = request.rel_url.raw_path.removesuffix("/synonym")
    if probed is None or mending is None:
        raise web.HTTPSeeOther(here)
    if form.get("do") == "take":
        try:
            await off_loop(lambda: _write(opened(request), [mending.edit]))
        except BotError as error:
            return await refused(request, error)
        probed = probed.done_with(*(one.asked.question for one in mending.mended))
    _keep(request, probed.done_with(other))
    raise web.HTTPSeeOther(here)


def _write(found: Opened, edits: Sequence[Edit]) -> None:
    if found.manuscript is None:
        raise LookupError(found.name)
    save(found.manuscript, edited(found.manuscript, edits).text)


def _probed(request: web.Request) -> Probed | None:
    """Return the last probe of what the page is about; None where there is none yet."""
    return request.app[DESK].probed.get(request.match_info["name"])


def _keep(request: web.Request, probed: Probed) -> None:
    request.app[DESK].probed[request.match_info["name"]] = probed


def _lost(probed: Probed | None, knowledge: Knowledge) -> bool:
    """Say whether entries of a probe are no longer there, so that it must be made again."""
    keys = {entry.key for entry in knowledge.entries}
    return probed is not None and any(one.asked.entry not in keys for one in probed.left)


ROUTES = (
    web.get("/of/{name}/probe", show), web.post("/of/{name}/probe/begin", begin), web.post("/of/{name}/probe", take),
    web.post("/of/{name}/probe/synonym", mend),
)  # fmt: skip
