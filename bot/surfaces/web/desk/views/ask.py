"""Ask and see: a question, its reply as Discord shows it, where that stands in the article, and why it is said."""

import re

from aiohttp import web

from bot.answering import LONGEST_QUESTION
from bot.surfaces.web.desk.pages import off_loop, page
from bot.surfaces.web.desk.seen import Asked, Seen, ask_all, lit_article, see
from bot.surfaces.web.desk.shelf import Opened
from bot.surfaces.web.desk.state import opened

_MOST = 500  # questions of a batch
_LINES = re.compile(r"[\r\n]+")


async def ask(request: web.Request) -> web.Response:
    """Show the reply to a question, and to another wording beside it."""
    questions = [text for name in ("q", "other") if (text := request.query.get(name, "").strip())]
    if any(len(text) > LONGEST_QUESTION for text in questions):
        told = (f"A question has at most {LONGEST_QUESTION:,} characters; ask what is longer in several.",)
        return await page(request, "told.html", {"title": "Too long", "lines": told}, 414)

    def work() -> tuple[Opened, tuple[Seen, ...]]:
        found = opened(request)
        return found, tuple(see(found, question) for question in questions)

    found, seen = await off_loop(work)
    paragraphs = lit_article(found.knowledge.article, [passage for one in seen for passage in one.passages])
    typed = {name: request.query.get(name, "") for name in ("q", "other")}
    entries = sorted((*found.knowledge.entries, *found.knowledge.drafts), key=lambda entry: (entry.question.casefold(), entry.id))
    values = {**typed, "opened": found, "seen": seen, "paragraphs": paragraphs, "entries": entries}
    values["longest"] = LONGEST_QUESTION
    return await page(request, "ask.html", values)


async def batch(request: web.Request) -> web.Response:
    """Ask many questions, a line each, and list the replies, the least sure first."""
    text = str((await request.post()).get("questions", "")) if request.method == "POST" else ""
    lines = [line.strip() for line in _LINES.split(text) if line.strip()]

    def work() -> tuple[Asked, ...]:
        return ask_all(opened(request), lines[:_MOST])

    asked = await off_loop(work)
    return await page(request, "batch.html", {"text": text, "asked": asked, "left": max(0, len(lines) - _MOST)})


ROUTES = (web.get("/of/{name}/ask", ask), web.get("/of/{name}/ask/batch", batch), web.post("/of/{name}/ask/batch", batch))
