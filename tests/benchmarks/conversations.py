"""Measures follow-ups on labelled conversations, and that questions which stand alone are not bent to what was asked before.

    python -m tests.benchmarks.conversations [FILE.jsonl …] [-v]

Each line of a file is a conversation: its turns are labelled as questions are, and `meta` is small talk. Turns after the first
are counted. Standing alone: each labelled question of `tests/benchmarks/questions/dev*.jsonl` is asked alone, and once more
behind another one of the same file.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bot.answering import About, Answer, Answerer, Exchange, Outcome, exchange
from bot.curation.evaluate import LabelledQuestion, fits, read_questions
from bot.knowledge import load
from bot.settings import cache_folder

QUESTIONS = Path(__file__).with_name("questions")
_ALONE = ("dev", "dev_b", "dev_c")
_STRIDE = 7  # how far the question before stands in the file


def turns(path: Path, answerer: Answerer) -> Iterator[tuple[dict[str, object], str, Outcome]]:
    """Yield each later turn of a file's conversations, the question before it, and the reply to it."""
    for line in path.read_text(encoding="utf-8").splitlines():
        before: Exchange | None = None
        asked = ""
        for turn in json.loads(line)["turns"]:
            reply = answerer.answer(turn["q"], before=before, explained=False)
            if asked:
                yield turn, asked, reply
            before, asked = exchange(reply, before), turn["q"]


def verdict(turn: dict[str, object], reply: Outcome, answerer: Answerer) -> str:
    """Return what became of a turn."""
    if turn["kind"] == "meta":
        return "about" if isinstance(reply, About) else "missed"
    if not isinstance(reply, Answer):
        return type(reply).__name__
    if turn["kind"] != "answerable":
        return "answered"
    return "right" if fits(answerer, LabelledQuestion.model_validate({"id": "turn"} | turn), reply.entry) else "wrong"


def standing_alone(answerer: Answerer) -> Counter[str]:
    """Count the questions whose reply is the same, and another, behind another question."""
    counts: Counter[str] = Counter()
    for name in _ALONE:
        asked = [question.q for question in read_questions(QUESTIONS / f"{name}.jsonl")]
        replies = [answerer.answer(question, explained=False) for question in asked]
        for place, question in enumerate(asked):
            before = exchange(replies[place - _STRIDE])
            again = answerer.answer(question, before=before, explained=False)
            same = again == replies[place]
            counts["same" if same else "other"] += 1
            if not same:
                print(f"  {asked[place - _STRIDE]!r} | {question!r} -> {type(again).__name__} {again.understood_as!r}")
    return counts


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[QUESTIONS / "dev_conversations.jsonl"])
    parser.add_argument("-v", action="store_true", help="print the turns that went wrong")
    options = parser.parse_args()
    answerer = Answerer(load(Path("knowledge")), cache_folder())
    counts: Counter[tuple[str, str]] = Counter()
    for path in options.files:
        for turn, asked, reply in turns(path, answerer):
            became = verdict(turn, reply, answerer)
            counts[str(turn["kind"]), became] += 1
            if options.v and became not in ("right", "about", "NotSaid", "OffTopic"):
                entry = getattr(reply, "entry", None)
                print(f"{turn['kind']} {became}: {asked!r} | {turn['q']!r} -> {entry and entry.id} {reply.confidence:.2f}")
    for (kind, became), count in sorted(counts.items()):
        print(f"{kind:12} {became:12} {count} of {sum(n for (other, _), n in counts.items() if other == kind)}")
    print("standing alone:", dict(standing_alone(answerer)))


if __name__ == "__main__":
    main()
