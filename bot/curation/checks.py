"""The check of a knowledge file: every rule, in order, with all that it found."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.curation import collisions as collided
from bot.curation import coverage, lints, regression, strength, support
from bot.curation.bench import Bench, Wording, open_bench
from bot.curation.pinned import recall, remember
from bot.curation.revision import Revision, Standing
from bot.errors import Fault
from bot.knowledge.loading import read
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
        strengths: of each entry, by its id.
        collisions: the pairs of entries that compete, explained ones too.
        bench: what was checked; None where no entry could be proven.
        revisions: of each file whose article has changed, what became of the passages.
    """

    faults: tuple[Fault, ...]
    manuscripts: tuple[Manuscript, ...]
    figures: tuple[Figures, ...]
    strengths: dict[str, strength.Strength]
    collisions: tuple[collided.Collision, ...]
    bench: Bench | None
    revisions: tuple[tuple[Manuscript, tuple[Standing, ...]], ...] = ()

    def count(self, severity: str) -> int:
        """Return the number of errors or of warnings."""
        return sum(fault.severity == severity for fault in self.faults)


def check(path: Path, cache: Path | None, say: Callable[[str], object]) -> Checked:
    """Run every rule on a file or a folder; `say` is told each step, for a long wait.

    Raises:
        KnowledgeError: there is no knowledge file at the path.
    """
    say("reading and proving")
    manuscripts, faults = read(path)
    checked = check_manuscripts(manuscripts, faults, cache, say)
    return replace(checked, revisions=tuple(_revisions(manuscripts, cache)))


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
    usable = tuple(m for m in _distinct(manuscripts) if m.knowledge.entries)
    found = [*faults, *(fault for manuscript in manuscripts for fault in _written(manuscript))]
    bench = None
    strengths: tuple[strength.Strength, ...] = ()
    collisions: tuple[collided.Collision, ...] = ()
    lost: tuple[Wording, ...] = ()
    if usable:
        say("leaving out each wording in turn")
        bench = open_bench(usable, cache)
        lost, strengths, collisions = regression.astray(bench), strength.strengths(bench), collided.collisions(bench)
        found += regression.regressions(bench, lost)
        found += strength.weaknesses(bench, strengths)
        found += collided.unexplained(bench, collisions)
    by_entry = {one.entry: one for one in strengths}
    figures = tuple(_figures(manuscript, by_entry, lost) for manuscript in manuscripts)
    return Checked(_ordered(found), tuple(manuscripts), figures, by_entry, collisions, bench)


def _distinct(manuscripts: Sequence[Manuscript]) -> Iterator[Manuscript]:
    """Yield the files that share no id with an earlier one: the matcher can hold an id only once."""
    seen: set[str] = set()
    for manuscript in manuscripts:
        if seen.isdisjoint(manuscript.written):
            seen |= manuscript.written.keys()
            yield manuscript


def _written(manuscript: Manuscript) -> Iterator[Fault]:
    for rule in (
        lints.article_faults, lints.cut_words, support.unsupported, lints.few_wordings, lints.drafts, coverage.gaps,
    ):  # fmt: skip
        yield from rule(manuscript)


def _ordered(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda f: (RULES.index(f.rule), str(f.path), f.line or 0, f.column or 0)))


def _figures(manuscript: Manuscript, strengths: dict[str, strength.Strength], lost: Sequence[Wording]) -> Figures:
    knowledge = manuscript.knowledge
    own = [strengths[entry.id] for entry in knowledge.entries if entry.id in strengths]
    wordings = sum(one.wordings for one in own)
    astray = sum(wording.entry.id in manuscript.written for wording in lost)
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
