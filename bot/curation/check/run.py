"""The check of a knowledge file: every rule, in order, with all that it found."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.curation.check import collisions as collided
from bot.curation.check import coverage, regression, strength, support, wording
from bot.curation.check.workbench import Bench, Wording, open_bench
from bot.curation.edit.pinned import recall, remember
from bot.curation.edit.revision import Revision, Standing
from bot.errors import Fault
from bot.knowledge import Knowledge
from bot.knowledge.load import read
from bot.knowledge.manuscript import Manuscript

RULES = (
    "file", "schema", "proof", "article", "support", "wording", "draft", "regression", "leave-one-out", "collisions", "coverage",
)  # fmt: skip
"""The names of the rules, in the order in which they run and are told."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What one file amounts to; counts of wordings are (good, all)."""

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
        faults: what is to be mended, by file, then by rule.
        figures: of each file that could be read, in order.
        strengths: of each entry, by its key.
        collisions: the pairs of entries that compete, explained ones too.
        benches: what was asked, article by article; an article of which no entry could be proven has none.
        revisions: of each file whose article has changed, what became of the passages.
        bare: the articles without a knowledge file, of which there is nothing to check.
    """

    faults: tuple[Fault, ...]
    manuscripts: tuple[Manuscript, ...]
    figures: tuple[Figures, ...]
    strengths: dict[str, strength.Strength]
    collisions: tuple[collided.Collision, ...]
    benches: tuple[Bench, ...]
    revisions: tuple[tuple[Manuscript, tuple[Standing, ...]], ...] = ()
    bare: tuple[Knowledge, ...] = ()

    def count(self, severity: str) -> int:
        """Return the number of errors or of warnings."""
        return sum(fault.severity == severity for fault in self.faults)


def check(path: Path, cache: Path | None, say: Callable[[str], object]) -> Checked:
    """Run every rule on a file or a folder; `say` is told each step, for a long wait.

    Raises:
        KnowledgeError: there is no knowledge file and no article at the path.
    """
    say("reading and proving")
    shelf = read(path)
    checked = check_manuscripts(shelf.manuscripts, shelf.faults, cache, say)
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
    manuscripts: Sequence[Manuscript], faults: Sequence[Fault], cache: Path | None, say: Callable[[str], object]
) -> Checked:
    """Run the rules that come after proof on what could be proven."""
    found = [*faults, *(fault for manuscript in manuscripts for fault in _written(manuscript))]
    strengths: dict[str, strength.Strength] = {}
    collisions: list[collided.Collision] = []
    lost: list[Wording] = []
    benches: list[Bench] = []
    for usable in _by_article(manuscripts):
        say("leaving out each wording in turn")
        bench = open_bench(usable, cache)
        benches.append(bench)
        astray, strong, competing = regression.astray(bench), strength.strengths(bench), collided.collisions(bench)
        found += regression.regressions(bench, astray)
        found += strength.weaknesses(bench, strong)
        found += collided.unexplained(bench, competing)
        lost += astray
        collisions += competing
        strengths |= {entry.key: one for entry, one in zip(bench.entries, strong, strict=True)}
    found += collided.shared(benches)
    figures = tuple(_figures(manuscript, strengths, lost) for manuscript in manuscripts)
    return Checked(_ordered(found), tuple(manuscripts), figures, strengths, tuple(collisions), tuple(benches))


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
        wording.article_faults, wording.cut_words, support.unsupported, wording.few_wordings, wording.drafts, coverage.gaps,
    ):  # fmt: skip
        yield from rule(manuscript)


def _ordered(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda f: (RULES.index(f.rule), str(f.path), f.line or 0, f.column or 0)))


def _figures(manuscript: Manuscript, strengths: dict[str, strength.Strength], lost: Sequence[Wording]) -> Figures:
    knowledge = manuscript.knowledge
    own = [strengths[entry.key] for entry in knowledge.entries if entry.key in strengths]
    wordings = sum(one.wordings for one in own)
    astray = sum(wording.entry in knowledge.entries for wording in lost)
    wanted = len(coverage.wanted(knowledge))
    return Figures(
        answered=sum(entry.answered for entry in knowledge.entries),
        unanswered=sum(not entry.answered for entry in knowledge.entries),
        drafts=len(knowledge.drafts),
        passages=sum(len(entry.passages) for entry in (*knowledge.entries, *knowledge.drafts)),
        covered=(wanted - len(coverage.uncovered(knowledge)), wanted),
        regression=(wordings - astray, wordings),
        first=(sum(one.first for one in own), wordings),
        found=(sum(one.found for one in own), wordings),
    )
