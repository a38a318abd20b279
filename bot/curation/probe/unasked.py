"""Why a probe asks nothing of some knowledge."""

from collections.abc import Iterator, Sequence

from bot.curation.probe.probed import ProbeQuestion
from bot.knowledge import Knowledge
from bot.language import harmless


def unasked(library: Sequence[Knowledge], questions: Sequence[ProbeQuestion]) -> str:
    """Return for which articles nothing is asked, and why; empty where something is asked of each."""
    asked = {question.entry for question in questions}
    return "; ".join(_unasked(library, asked)) or ("" if library else "there is no article")


def _unasked(library: Sequence[Knowledge], asked: set[str]) -> Iterator[str]:
    for knowledge in library:
        if asked.isdisjoint(entry.key for entry in knowledge.entries):
            yield f"nothing is asked about {harmless(knowledge.article.name)}: {_why(knowledge)}"


def _why(knowledge: Knowledge) -> str:
    if not (knowledge.entries or knowledge.drafts):
        return "nobody has curated it"
    if not knowledge.entries:
        return "every entry is a draft, which the bot does not use"
    if not any(entry.answered for entry in knowledge.entries):
        return "no entry has an answer"
    if knowledge.article.language != "en":
        return f"questions are made in English alone, and its language is {harmless(knowledge.article.language)}"
    return "no question of these kinds can be made of its wordings that is neither in the file nor dropped"
