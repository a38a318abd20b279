"""A new article: a text that is pasted or opened becomes a file, and its entries are drafted."""

import re
import unicodedata
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from bot.curation.draft import check_place, draft_entries, write_draft
from bot.errors import BotError, OutputError
from bot.files import decoded, write
from bot.knowledge import read_article
from bot.language import load_pack
from bot.surfaces.web.desk.jobs import Progress
from bot.surfaces.web.desk.pages import lines_of, off_loop, page
from bot.surfaces.web.desk.shelf import Shelf
from bot.surfaces.web.desk.state import DESK, opened
from bot.surfaces.web.desk.views.jobs import watch

_LONGEST_NAME = 60
_MARKED = re.compile("([a-z])[\u0300-\u036f]+")  # a Latin letter with its accents


async def new(request: web.Request) -> web.Response:
    """Show the form for a new article."""
    return await page(request, "new.html", {"lines": (), "typed": {"called": "", "text": ""}})


async def begin(request: web.Request) -> web.StreamResponse:
    """Keep the text as an article's file beside the others, and lead on to it."""
    form = await request.post()
    typed = {name: str(form.get(name, "")) for name in ("called", "text")}
    uploaded = form.get("file")
    if isinstance(uploaded, web.FileField) and uploaded.filename:
        typed["called"] = typed["called"] or Path(uploaded.filename).stem
    try:
        if isinstance(uploaded, web.FileField) and uploaded.filename:
            typed["text"] = decoded(Path(uploaded.filename), uploaded.file.read())
        name = await off_loop(lambda: _keep(request.app[DESK].shelf, **typed))
    except BotError as error:
        return await page(request, "new.html", {"lines": lines_of(error), "typed": typed}, 422)
    raise web.HTTPSeeOther(f"/of/{quote(name, safe='')}/article")


def _keep(shelf: Shelf, called: str, text: str) -> str:
    """Write an article's file and return its name; a file that is there is never overwritten.

    Raises:
        OutputError: there is one of that name, or it cannot be written.
        KnowledgeError: it is no article.
    """
    name = file_name(called or text.strip().partition("\n")[0])
    path = shelf.folder / f"{name}.txt"
    if path.exists() or path.with_suffix(".yaml").exists():
        raise OutputError(f"{name}: there is an article of this name already; choose another name")
    write(path, text.replace("\r\n", "\n").strip() + "\n")
    try:
        read_article(path)
    except BotError:
        path.unlink()
        raise
    shelf.take_in(path)
    return name


def file_name(called: str) -> str:
    """Return what an article's file is named: lower-case words of any script joined by dashes, Latin letters without marks."""
    apart = unicodedata.normalize("NFKD", called.casefold())
    plain = unicodedata.normalize("NFC", _MARKED.sub(r"\1", apart))
    words = "".join(one if unicodedata.category(one)[0] in "LMN" else " " for one in plain).split()
    return "-".join(words)[:_LONGEST_NAME].strip("-") or "article"


async def draft(request: web.Request) -> web.StreamResponse:
    """Draft the entries of an article that nobody has curated."""
    found = await off_loop(lambda: opened(request))
    article = found.knowledge.path

    def work(report: Progress) -> None:
        text, digest = read_article(article)
        total, done = max(1, len(text.citable())), 0

        def count() -> None:
            nonlocal done
            done += 1
            report("drafting", done / total)

        path = article.with_suffix(".yaml")
        check_place(path, article)
        write_draft(path, text, digest, draft_entries(article, text, load_pack("en"), count))

    job = request.app[DESK].jobs.start(work, (found.name, "draft"))
    raise watch(job, f"/of/{quote(found.name, safe='')}/article")


ROUTES = (web.get("/new", new), web.post("/new", begin), web.post("/of/{name}/draft", draft))
