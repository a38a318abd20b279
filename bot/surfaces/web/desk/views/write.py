"""What was gathered to be learned: what it would change, and how it is written."""

from collections.abc import Mapping
from dataclasses import replace

from aiohttp import web

from bot.curation import counted
from bot.curation.edit import ChangedMeanwhileError, is_in_git, is_uncommitted
from bot.errors import BotError, OutputError
from bot.surfaces.web.desk.jobs import Progress
from bot.surfaces.web.desk.learning.bench import Bench, Taken
from bot.surfaces.web.desk.learning.changing import committed, difference, fingerprint, try_out, written
from bot.surfaces.web.desk.learning.gathering import unfit
from bot.surfaces.web.desk.learning.unwritten import CHANGED, unwritten
from bot.surfaces.web.desk.pages import lines_of, off_loop, page
from bot.surfaces.web.desk.shelf import Opened
from bot.surfaces.web.desk.state import DESK, Desk, opened
from bot.surfaces.web.desk.views.jobs import failure, watch
from bot.surfaces.web.desk.views.learn import address

_CHANGED = f"{CHANGED} nothing was written."
_OTHERWISE = "What is gathered was changed meanwhile, on another page, and nothing was written."


async def begin(request: web.Request) -> web.StreamResponse:
    """Begin to look at what would change."""
    desk = request.app[DESK]
    found = await off_loop(lambda: opened(request))
    if not desk.benches.at(found.name).taken:
        raise web.HTTPSeeOther(address(found.name))
    job = desk.jobs.start(lambda progress: _look(desk, request, progress), (found.name, "change"))
    raise watch(job, f"{address(found.name)}/change?job={job.id}", tells=True)


def _look(desk: Desk, request: web.Request, progress: Progress) -> None:
    found = opened(request)
    if found.manuscript is None:
        raise LookupError(found.name)
    manuscript = found.manuscript
    bench = desk.benches.change(found.name, lambda one: replace(one, unfit=unfit(manuscript, one.taken)))
    edits, voice = bench.edits, desk.benches.voice(found.name, found.answerer)
    effects = try_out(manuscript, edits, voice, desk.shelf.answering, desk.questions, progress)
    desk.benches.change(found.name, lambda bench: replace(bench, effects=effects))


async def change(request: web.Request) -> web.StreamResponse:
    """Show what would change."""
    desk = request.app[DESK]
    found = await off_loop(lambda: opened(request))
    told = failure(desk, request.query.get("job", ""))
    if told:
        return await unwritten(request, desk.benches.at(found.name), told, 409)
    bench = desk.benches.at(found.name)
    if bench.effects is None or found.manuscript is None:
        raise web.HTTPSeeOther(address(found.name))
    return await _shown(request, found, bench)


async def _shown(request: web.Request, found: Opened, bench: Bench) -> web.Response:
    effects, manuscript = bench.effects, found.manuscript
    assert effects
    assert manuscript
    kept = await off_loop(lambda: is_in_git(manuscript.path))
    values = {
        "bench": bench,
        "effects": effects,
        "made": fingerprint(effects.text),
        "stale": _CHANGED if effects.digest != found.knowledge.digest else _OTHERWISE if effects.edits != bench.edits else "",
        "diff": difference(manuscript, effects.text),
        "kept": kept,
        "dirty": kept and await off_loop(lambda: _dirty(found)),
    }
    return await page(request, "change.html", {**values, "place": "learn"})


def _dirty(found: Opened) -> bool:
    try:
        return is_uncommitted(found.knowledge.path)
    except OutputError:
        return False


async def write(request: web.Request) -> web.StreamResponse:
    """Write what was shown, and nothing else: not where the file, or what is gathered, is no longer the same."""
    form, desk = await request.post(), request.app[DESK]
    found = await off_loop(lambda: opened(request))
    bench = desk.benches.at(found.name)
    if form.get("digest") != found.knowledge.digest:
        return await unwritten(request, bench, (_CHANGED,), 409)
    if bench.effects is None or form.get("made") != fingerprint(bench.effects.text) or bench.effects.edits != bench.edits:
        return await unwritten(request, bench, (_OTHERWISE,), 409)
    try:
        await off_loop(lambda: _write(desk, found, bench))
    except ChangedMeanwhileError:
        return await unwritten(request, bench, (_CHANGED,), 409)
    except BotError as error:
        return await unwritten(request, bench, lines_of(error), 422)
    if "commit" in form:
        await off_loop(lambda: _commit(desk, found, len(bench.fitting)))
    raise web.HTTPSeeOther(f"{address(found.name)}/written")


def _write(desk: Desk, found: Opened, bench: Bench) -> None:
    """Write what was shown; what was gathered is cleared at once: a commit's hooks may take long."""
    assert found.manuscript
    assert bench.effects
    done, gone = written(found.manuscript, bench.effects), bench.fitting
    desk.benches.change(found.name, lambda one: replace(_left(one, gone), effects=None, written=done))


def _left(bench: Bench, gone: Mapping[str, Taken]) -> Bench:
    """Return a bench without what was written; what was accepted meanwhile stays."""
    return replace(bench, taken={id_: one for id_, one in bench.taken.items() if gone.get(id_) != one})


def _commit(desk: Desk, found: Opened, groups: int) -> None:
    told = committed(found.knowledge.path, f"Learn from {counted(groups, 'group')} of questions about {found.name}")
    desk.benches.change(found.name, lambda one: replace(one, written=replace(one.written, told=told) if one.written else None))


async def shown(request: web.Request) -> web.StreamResponse:
    """Show what was written last."""
    found = await off_loop(lambda: opened(request))
    done = request.app[DESK].benches.at(found.name).written
    if done is None:
        raise web.HTTPSeeOther(address(found.name))
    return await page(request, "written.html", {"written": done, "place": "learn"})


ROUTES = (
    web.post("/of/{name}/learn/change", begin),
    web.get("/of/{name}/learn/change", change),
    web.post("/of/{name}/learn/write", write),
    web.get("/of/{name}/learn/written", shown),
)
