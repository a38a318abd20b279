"""Takes over a new revision of an article: what became of every passage, and the files as they are to be written."""

from dataclasses import dataclass
from pathlib import Path

from bot.curation.atomic import write
from bot.curation.pinned import article_path, recall
from bot.curation.revision import Revision, Standing, repinned
from bot.errors import Fault, KnowledgeError
from bot.knowledge.article import sha256
from bot.knowledge.files import read_text
from bot.knowledge.loading import read
from bot.knowledge.manuscript import Manuscript, read_manuscript


@dataclass(frozen=True, slots=True)
class Update:
    """A new revision of one article, worked out and not yet written."""

    manuscript: Manuscript
    article: bytes
    text: str
    standings: tuple[Standing, ...]

    @property
    def open(self) -> tuple[Standing, ...]:
        """The passages that a person has to mend; until then the file is refused."""
        return tuple(s for s in self.standings if s.state in ("changed", "vanished"))

    def write(self) -> None:
        """Write the article, then the knowledge file; between the two the file is refused, and nothing is lost.

        Raises:
            OutputError: a file cannot be written.
        """
        path = article_path(self.manuscript)
        if path.read_bytes() != self.article:
            write(path, self.article)
        write(self.manuscript.path, self.text)

    def faults(self) -> tuple[Fault, ...]:
        """Return what is to be mended in the files as they were written."""
        return read_manuscript(self.manuscript.path).faults


def work_out(article: Path, knowledge: Path, cache: Path) -> Update | None:
    """Compare the file that pins an article with a new revision of it; None where nothing has changed.

    Args:
        article: the pinned file, changed; or another file with the new text.
        knowledge: the knowledge file, or the folder that it is in.

    Raises:
        KnowledgeError: a file cannot be read, or none or several may be meant.
        OutputError: the knowledge file cannot be changed in place.
    """
    text, content = read_text(article)
    manuscript = _pinning(article, knowledge)
    if sha256(content) == manuscript.fields.article.sha256:
        return None
    standings = Revision(manuscript, text, recall(manuscript, cache)).standings()
    return Update(manuscript, content, repinned(manuscript, content, standings), standings)


def _pinning(article: Path, knowledge: Path) -> Manuscript:
    """Return the file whose article it is: by its path, by its name, or because there is only one."""
    manuscripts, faults = read(knowledge)
    if not manuscripts:
        raise KnowledgeError(faults)
    same = [m for m in manuscripts if article_path(m).resolve() == article.resolve()]
    named = [m for m in manuscripts if m.fields.article.file == article.name]
    for found in (same, named, manuscripts):
        if len(found) == 1:
            return found[0]
    files = ", ".join(str(m.path) for m in manuscripts)
    what = f"several knowledge files may be meant: {files}"
    raise KnowledgeError([Fault(article, "file", what, "name one with --knowledge")])
