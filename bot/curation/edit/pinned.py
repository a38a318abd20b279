"""Keeps the text of each pinned article, by its hash, so that a changed article can be compared with what it was."""

from contextlib import suppress
from pathlib import Path

from bot.curation.atomic import write
from bot.errors import OutputError
from bot.knowledge.article import sha256
from bot.knowledge.files import read_text
from bot.knowledge.manuscript import Manuscript

_FOLDER = "articles"


def remember(manuscript: Manuscript, cache: Path) -> None:
    """Keep the article of a file that was proven; a folder that cannot be written is done without."""
    path = _kept(manuscript, cache)
    content = article_path(manuscript).read_bytes()
    if sha256(content) == manuscript.fields.article.sha256 and not path.exists():
        with suppress(OSError, OutputError):
            path.parent.mkdir(parents=True, exist_ok=True)
            write(path, content)


def recall(manuscript: Manuscript, cache: Path) -> str | None:
    """Return the text that a file has pinned, from beside it or as it was kept; None where it is nowhere."""
    for path in (article_path(manuscript), _kept(manuscript, cache)):
        if path.is_file():
            text, content = read_text(path)
            if sha256(content) == manuscript.fields.article.sha256:
                return text
    return None


def article_path(manuscript: Manuscript) -> Path:
    """Return the path of a file's article."""
    return manuscript.path.parent / manuscript.fields.article.file


def _kept(manuscript: Manuscript, cache: Path) -> Path:
    return cache / _FOLDER / f"{manuscript.fields.article.sha256}.txt"
