"""Whether learning from a first week makes the replies of a second one better.

The questions of the first half are asked as a journal; of each suggestion the likeliest way that is right by the questions'
labels is accepted, as a person would. The second half is evaluated before and after, on the file and on one with few wordings.

python -m tests.benchmarks.learning FIRST.jsonl SECOND.jsonl [WORDINGS]
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot.answering import Answer, Answerer, NotSaid, outcome_name
from bot.curation.edit import RemoveEntry, SetField, edited, save, single_manuscript
from bot.curation.evaluate import LabelledQuestion, Share, evaluate, fits, read_questions
from bot.curation.learn import AsAnswer, AsNote, AsWording, Filters, Way, edits_of, group, lessons, read_asked
from bot.journal import Journal, Question, open_journal
from bot.knowledge import Manuscript
from bot.language import ENGLISH
from bot.matching import SCORER, load_encoder
from bot.settings import cache_folder, shipped_knowledge


def main() -> None:
    first, second = (read_questions(Path(name)) for name in sys.argv[1:3])
    with tempfile.TemporaryDirectory() as folder:
        manuscript = _copied(Path(folder), int(sys.argv[3]) if len(sys.argv) > 3 else None)
        before = Answerer([manuscript.knowledge], cache_folder())
        with open_journal(f"sqlite:///{folder}/journal.sqlite", texts=True) as journal:
            _ask(before, first, journal)
            asked = read_asked(journal, Filters(), datetime.now(UTC))
        found = lessons(group(asked.unanswered, ENGLISH, load_encoder("use", cache_folder())), before)
        labels = {" ".join(question.q.split()): question for question in first}
        taken, places = _taken(found, labels, before)
        after = edited(manuscript, [edit for way in taken for edit in edits_of(way)])
        ways = sum(bool(lesson.ways) for lesson in found)
        print(f"{len(first)} asked, {len(asked.unanswered)} without an answer, {ways} groups with a way to learn")
        print(f"{len(taken)} accepted, the first way in {places.count(0)}, the second in {places.count(1)}, else a later one")
        for name, answerer in (("before", before), ("after", Answerer([after.knowledge], cache_folder()))):
            for half, questions in (("first half", first), ("second half", second)):
                print(f"{name:<7}{half:<12}{_figures(answerer, questions)}")


def _copied(folder: Path, wordings: int | None) -> Manuscript:
    """Return the shipped knowledge in a folder of its own; with so few wordings an entry, and every second note left out."""
    shipped = single_manuscript(shipped_knowledge())
    for path in (shipped.path, shipped.article_path):
        (folder / path.name).write_bytes(path.read_bytes())
    manuscript = single_manuscript(folder / shipped.path.name)
    if wordings is None:
        return manuscript
    unanswered = [entry for entry in manuscript.knowledge.entries if not entry.answered]
    gone = {entry.id for entry in unanswered[1::2]}
    short = [
        SetField(entry.id, name, list(one[:wordings]))
        for entry in manuscript.knowledge.entries
        if entry.id not in gone
        for name, one in (("phrasings", [text for text in entry.phrasings if text not in (*entry.yes, *entry.no)]),)
        if len(one) > wordings
    ]
    thin = edited(manuscript, [*(RemoveEntry(id_) for id_ in sorted(gone)), *short])
    save(manuscript, thin.text)
    return single_manuscript(manuscript.path)


def _ask(answerer: Answerer, questions: Sequence[LabelledQuestion], journal: Journal) -> None:
    for question in questions:
        reply = answerer.answer(question.q, explained=False)
        entry = reply.entry.key if isinstance(reply, Answer | NotSaid) else None
        journal.record(
            Question(
                outcome=outcome_name(reply),
                entry=entry,
                confidence=reply.confidence,
                knowledge="",
                scorer=SCORER,
                surface="slash",
                guild=None,
                latency=0.0,
                text=question.q,
            )
        )
    journal.flush()


def _taken(found: Sequence, labels: dict[str, LabelledQuestion], answerer: Answerer) -> tuple[list[Way], list[int]]:  # type: ignore[type-arg]
    taken, places = [], []
    for lesson in found:
        for place, way in enumerate(lesson.ways):
            kept = next(_right(way, labels, answerer), None)
            if kept:
                taken.append(kept)
                places.append(place)
                break
    return taken, places


def _right(way: Way, labels: dict[str, LabelledQuestion], answerer: Answerer) -> Iterator[Way]:
    """Yield a way as far as the labels find it right: an entry that fits, a note for what is not answered."""
    match way:
        case AsWording(entry=entry) if entry.answered:
            wanted = [text for text in way.wordings if fits(answerer, labels[text], entry)]
        case AsWording(entry=entry):
            wanted = [text for text in way.wordings if labels[text].notes.get(entry.key)]
        case AsNote():
            wanted = [text for text in way.wordings if labels[text].kind in ("near_miss", "false_premise")]
            if not wanted and len(way.wordings) > 0:
                return
            yield replace(way, wordings=tuple(wanted))
            return
        case AsAnswer():
            return
    if wanted:
        yield replace(way, wordings=tuple(wanted))


def _figures(answerer: Answerer, questions: Sequence[LabelledQuestion]) -> str:
    judged = evaluate(answerer, questions, lambda: None)
    answerable = [one for one in judged if one.question.answerable]
    other = [one for one in judged if not one.question.answerable]
    shares = {
        "right": Share(sum(one.verdict == "right" for one in answerable), len(answerable)),
        "wrong": Share(sum(one.verdict == "wrong" for one in answerable), len(answerable)),
        "answered falsely": Share(sum(one.verdict == "false answer" for one in other), len(other)),
        "noted": Share(sum(one.verdict == "noted" for one in other), len(other)),
    }
    return ", ".join(f"{name} {s.count}/{s.total} ({s.interval[0]:.3f} to {s.interval[1]:.3f})" for name, s in shares.items())


if __name__ == "__main__":
    main()
