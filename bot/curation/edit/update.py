"""Takes over a new revision of an article: what became of every passage, and the files as they are to be written."""

from collections.abc import Sequence
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.curation.check.revision import Revision, Standing, recall
from bot.curation.edit.saving import save
from bot.curation.edit.text.written_out import as_typed, has_numbers, written_out
from bot.curation.edit.text.yaml import rewritten
from bot.errors import Fault, KnowledgeError
from bot.files import read_text, write
from bot.knowledge import Manuscript, cut, plain_spaces, read_curated, read_manuscript, sha256


@dataclass(frozen=True, slots=True)
class Update:
    """A new revision of one article, worked out and not yet written."""

    manuscript: Manuscript
    article: bytes
    text: str
    standings: tuple[Standing, ...]

    @property
    def open(self) -> tuple[Standing, ...]:
        """The passages that a person has to correct; until then the file is refused."""
        return tuple(s for s in self.standings if s.state in ("changed", "vanished"))

    def write(self) -> None:
        """Write the article, then the knowledge file; between the two the file is refused, and nothing is lost.

        Raises:
            OutputError: a file cannot be written, or the knowledge file was changed meanwhile.
        """
        path = self.manuscript.article_path
        if path.read_bytes() != self.article:
            write(path, self.article)
        save(self.manuscript, self.text)

    def faults(self) -> tuple[Fault, ...]:
        """Return what is to be corrected in the files as they were written."""
        return read_manuscript(self.manuscript.path).faults


def work_out(article: Path, given: Path | None, default: Path, cache: Path) -> Update | None:
    """Compare the file that pins an article with a new revision of it; None where nothing has changed.

    Args:
        article: the pinned file, changed; or another file with the new text.
        given: the knowledge file, or its folder, where the curator named it.
        default: where else to look for the file that pins an article of this name.

    Raises:
        KnowledgeError: a file cannot be read, or it is not clear which one is meant.
        OutputError: the knowledge file cannot be changed in place.
    """
    text, content = read_text(article)
    manuscript = _named(article, given) if given else _pinning(article, default)
    if sha256(content) == manuscript.fields.article.sha256:
        return None
    quoted = _with_quotes(manuscript, cache)
    standings = Revision(quoted, text, recall(manuscript, cache)).standings()
    return Update(manuscript, content, _repinned(quoted, content, standings), standings)


def _with_quotes(manuscript: Manuscript, cache: Path) -> Manuscript:
    """Return a file with the quotes that its sentence numbers mean in the text that it has pinned."""
    if not has_numbers(manuscript):
        return manuscript
    old = recall(manuscript, cache)
    if old is None:
        what = "it has passages written as sentence numbers of a text that is not there any more"
        raise KnowledgeError([Fault(manuscript.path, "proof", what, "restore that text, or copy the passages")])
    captions = frozenset(plain_spaces(caption) for caption in manuscript.fields.article.captions)
    return written_out(manuscript, replace(manuscript.knowledge.article, text=old, sentences=cut(old, captions)))


def _named(article: Path, given: Path) -> Manuscript:
    manuscripts, faults = read_curated(given)
    if not manuscripts:
        raise KnowledgeError(faults)
    return _only(manuscripts if len(manuscripts) == 1 else _of_article(manuscripts, article), article)


def _pinning(article: Path, default: Path) -> Manuscript:
    """Return the file beside the article that pins it, else the one elsewhere that pins an article of its name."""
    for folder in (article.parent, default):
        with suppress(KnowledgeError):  # there may be no knowledge file beside it
            found = _of_article(read_curated(folder)[0], article)
            if found:
                return _only(found, article)
    return _only((), article)


def _of_article(manuscripts: Sequence[Manuscript], article: Path) -> Sequence[Manuscript]:
    same = [m for m in manuscripts if m.article_path.resolve() == article.resolve()]
    return same or [m for m in manuscripts if m.fields.article.file == article.name]


def _only(found: Sequence[Manuscript], article: Path) -> Manuscript:
    if len(found) == 1:
        return found[0]
    files = ", ".join(str(m.path) for m in found)
    what = (
        f"several knowledge files pin it: {files}" if found else "no knowledge file was found that pins an article of this name"
    )
    raise KnowledgeError([Fault(article, "file", what, "name the one that is meant with --knowledge")])


def _repinned(manuscript: Manuscript, content: bytes, standings: Sequence[Standing]) -> str:
    """Return the knowledge file's text with the new hash, and what only moved written so that it is found.

    Raises:
        OutputError: the file cannot be changed so.
    """
    wanted: Any = deepcopy(manuscript.document.value)
    wanted["article"]["sha256"] = sha256(content)
    for standing in standings:
        if standing.rewritten:
            section, place, _, passage = standing.where
            wanted[section][place]["passages"][passage] = as_typed(standing.rewritten)
    return rewritten(manuscript.path, manuscript.text, wanted)
