"""The report: one self-contained page with the article and its coverage, the entries and their strength, and what to correct."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path

from bot.curation.check.revision import Standing
from bot.curation.check.rules.retrieval import Strength
from bot.curation.check.run import Checked, Counts
from bot.curation.html import render
from bot.errors import Fault
from bot.files import write
from bot.knowledge import Article, Entry, Manuscript, Sentence

_DEEPEST = 4  # shades of coverage: sentences with so many entries and more look the same


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry as the page shows it; `lost` are the wordings that do not find it without themselves."""

    entry: Entry
    strength: Strength | None
    lost: tuple[str, ...]

    @property
    def percent(self) -> int:
        """The share of its wordings that find it, 0..100."""
        return round(100 * self.strength.found / self.strength.wordings) if self.strength else 0


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence as the page shows it: `state` is caption, skipped, uncovered or covered; `shade` 0..4."""

    number: int
    text: str
    state: str
    shade: int
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class FileView:
    """One knowledge file as the page shows it; its paragraphs are lists of sentences, its entries the weakest first."""

    manuscript: Manuscript
    counts: Counts
    paragraphs: tuple[tuple[SentenceView, ...], ...]
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A passage that does not stand as it did; its words and those of the sentence it became, each with whether it is new."""

    standing: Standing
    was: tuple[tuple[str, bool], ...]
    now: tuple[tuple[str, bool], ...]


def write_report(checked: Checked, path: Path) -> None:
    """Write the page.

    Raises:
        OutputError: the file cannot be written.
    """
    write(path, page(checked))


def page(checked: Checked) -> str:
    """Return the page as HTML: no script, style, font or picture comes from elsewhere."""
    views = [_file(checked, *pair) for pair in zip(checked.manuscripts, checked.counts, strict=True)]
    by_rule = [(rule, list(found)) for rule, found in groupby(checked.faults, key=_rule)]
    changes = [_change(standing) for _, standings in checked.revisions for standing in standings if standing.state != "stands"]
    return render("bot.curation.check", "report.html", checked=checked, files=views, by_rule=by_rule, changes=changes)


def _change(standing: Standing) -> ChangeView:
    was, now = standing.quote.split(), standing.now.split()
    stretches = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    return ChangeView(
        standing,
        tuple((" ".join(was[a:b]), what != "equal") for what, a, b, _, _ in stretches if a < b),
        tuple((" ".join(now[c:d]), what != "equal") for what, _, _, c, d in stretches if c < d),
    )


def _rule(fault: Fault) -> str:
    return fault.rule


def _file(checked: Checked, manuscript: Manuscript, counts: Counts) -> FileView:
    article = manuscript.knowledge.article
    views = tuple(_entry(checked, entry) for entry in manuscript.knowledge.entries)
    citing: dict[int, list[EntryView]] = {}
    for view in sorted(views, key=lambda view: (not view.entry.answered, view.entry.id)):
        for number in sorted({s.number for passage in view.entry.passages for s in article.sentences_within(passage)}):
            citing.setdefault(number, []).append(view)
    sentences = [_sentence(article, sentence, tuple(citing.get(sentence.number, ()))) for sentence in article.sentences]
    grouped = groupby(sentences, key=lambda view: (article.sentences[view.number - 1].paragraph, view.state == "caption"))
    weakest = sorted(views, key=lambda view: (view.percent, view.entry.id))
    return FileView(manuscript, counts, tuple(tuple(group) for _, group in grouped), tuple(weakest))


def _entry(checked: Checked, entry: Entry) -> EntryView:
    strength = checked.strengths.get(entry.key)
    texts = (entry.question, *entry.phrasings)
    return EntryView(entry, strength, tuple(texts[place] for place in strength.lost) if strength else ())


def _sentence(article: Article, sentence: Sentence, citing: tuple[EntryView, ...]) -> SentenceView:
    answered = sum(view.entry.answered for view in citing)
    states = {"caption": sentence.caption, "skipped": sentence.number in article.skipped, "covered": answered, "uncovered": True}
    state = next(name for name, holds in states.items() if holds)
    text = article.text[sentence.start : sentence.end]
    return SentenceView(sentence.number, text, state, min(answered, _DEEPEST), citing)
