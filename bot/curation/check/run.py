"""The check of a knowledge file: every rule, in order, with all that it found."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.curation.check.corpus import Corpus, Wording, build_corpus
from bot.curation.check.revision import Revision, Standing, recall, remember
from bot.curation.check.rules import content, retrieval, style, support
from bot.curation.check.rules.collisions import Collision, collisions, shared, unexplained
from bot.curation.check.rules.retrieval import Strength
from bot.errors import Fault
from bot.knowledge import Knowledge, Manuscript, read
from bot.matching import EncoderName

RULES = (
    "file", "schema", "proof", "article", "support", "style", "opening", "wording", "draft", "regression", "leave-one-out",
    "collisions", "coverage",
)  # fmt: skip
"""The names of the rules, in the order in which they run and are listed."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What one file holds, counted; of sentences and wordings as (good, all)."""

    answered: int
    unanswered: int
    drafts: int
    passages: int
    covered: tuple[int, int]
    regression: tuple[int, int]
    first: tuple[int, int]
    found: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of a check.

    Attributes:
        faults: what is to be corrected, by rule, then by file.
        counts: of each file that could be read, in order.
        strengths: of each entry, by its key.
        collisions: the pairs of entries that compete, explained ones too.
        corpora: what was asked, article by article; an article of which no entry could be proven has none.
        revisions: of each file whose article has changed, what became of the passages.
        bare: the articles without a knowledge file, of which there is nothing to check.
    """

    faults: tuple[Fault, ...]
    manuscripts: tuple[Manuscript, ...]
    counts: tuple[Counts, ...]
    strengths: dict[str, Strength]
    collisions: tuple[Collision, ...]
    corpora: tuple[Corpus, ...]
    revisions: tuple[tuple[Manuscript, tuple[Standing, ...]], ...] = ()
    bare: tuple[Knowledge, ...] = ()

    def count(self, severity: str) -> int:
        """Return the number of errors or of warnings."""
        return sum(fault.severity == severity for fault in self.faults)


def check(path: Path, cache: Path | None, on_step: Callable[[str], object], encoder: EncoderName = "use") -> Checked:
    """Run every rule on a file or a folder.

    Args:
        path: the file or the folder.
        cache: a folder for indexes and for the texts of pinned articles; None keeps nothing.
        on_step: called with the name of each step, for a long wait.
        encoder: what tells the meaning of texts, as the bot has it that will answer.

    Raises:
        KnowledgeError: there is no knowledge file and no article at the path.
    """
    on_step("reading and proving")
    shelf = read(path)
    checked = check_manuscripts(shelf.manuscripts, shelf.faults, cache, on_step, encoder)
    return replace(checked, revisions=tuple(_revisions(shelf.manuscripts, cache)), bare=shelf.bare)


def _revisions(manuscripts: Sequence[Manuscript], cache: Path | None) -> Iterator[tuple[Manuscript, tuple[Standing, ...]]]:
    """Yield what became of the passages where an article has changed; keep the others for that day."""
    for manuscript in manuscripts:
        if not manuscript.pinned:
            old = recall(manuscript, cache) if cache else None
            yield manuscript, Revision(manuscript, manuscript.knowledge.article.text, old).standings()
        elif cache:
            remember(manuscript, cache)


def check_manuscripts(
    manuscripts: Sequence[Manuscript],
    faults: Sequence[Fault],
    cache: Path | None,
    on_step: Callable[[str], object],
    encoder: EncoderName = "use",
) -> Checked:
    """Run the rules that come after proof on what could be proven."""
    found = [*faults, *(fault for manuscript in manuscripts for fault in _written(manuscript))]
    strengths: dict[str, Strength] = {}
    competing: list[Collision] = []
    lost: list[Wording] = []
    corpora: list[Corpus] = []
    for usable in _by_article(manuscripts):
        on_step("leaving out each wording in turn")
        corpus = build_corpus(usable, cache, encoder)
        astray, strong, rivals = retrieval.astray(corpus), retrieval.strengths(corpus), collisions(corpus)
        found += [*retrieval.regressions(corpus, astray), *retrieval.weaknesses(corpus, strong), *unexplained(corpus, rivals)]
        corpora.append(corpus)
        lost += astray
        competing += rivals
        strengths |= {entry.key: one for entry, one in zip(corpus.entries, strong, strict=True)}
    found += shared(corpora)
    counts = tuple(_counts(manuscript, strengths, lost) for manuscript in manuscripts)
    return Checked(_ordered(found), tuple(manuscripts), counts, strengths, tuple(competing), tuple(corpora))


def _by_article(manuscripts: Sequence[Manuscript]) -> Iterator[list[Manuscript]]:
    """Yield the files about each article that have an entry and no id of an earlier one: the matcher holds an id once."""
    found: dict[str, list[Manuscript]] = {}
    for manuscript in manuscripts:
        own = found.setdefault(manuscript.knowledge.article.name, [])
        if manuscript.knowledge.entries and all(earlier.written.keys().isdisjoint(manuscript.written) for earlier in own):
            own.append(manuscript)
    yield from filter(None, found.values())


def _written(manuscript: Manuscript) -> Iterator[Fault]:
    for rule in (
        content.article_faults, content.cut_words, support.unsupported, support.denying, style.answers, style.notes,
        style.doubled_openings, content.few_wordings, content.drafts, content.gaps,
    ):  # fmt: skip
        yield from rule(manuscript)


def _ordered(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda f: (RULES.index(f.rule), str(f.path), f.line or 0, f.column or 0)))


def _counts(manuscript: Manuscript, strengths: dict[str, Strength], lost: Sequence[Wording]) -> Counts:
    knowledge = manuscript.knowledge
    own = [strengths[entry.key] for entry in knowledge.entries if entry.key in strengths]
    wordings = sum(one.wordings for one in own)
    astray = sum(wording.entry in knowledge.entries for wording in lost)
    wanted = len(content.wanted(knowledge))
    return Counts(
        answered=sum(entry.answered for entry in knowledge.entries),
        unanswered=sum(not entry.answered for entry in knowledge.entries),
        drafts=len(knowledge.drafts),
        passages=sum(len(entry.passages) for entry in (*knowledge.entries, *knowledge.drafts)),
        covered=(wanted - len(content.uncovered(knowledge)), wanted),
        regression=(wordings - astray, wordings),
        first=(sum(one.first for one in own), wordings),
        found=(sum(one.found for one in own), wordings),
    )
