"""Measures answering over 1, 10, 100 and 1,000 articles at once. The articles are generated (see `generated.py`): say so.

    python -m tests.benchmarks.articles [--counts 1 10 100 1000] [--questions 200]

"named in the question": an unseen wording that names the article's town; "--article": the same wordings, with the
article given; "unnamed": the same question without the town, which every article of the topic answers: only asking
back is right there (with one article, the answer is). Some towns have several articles. Times are of one process:
loading, the first question with an empty cache (its indexes are built), and further questions.
"""

import argparse
import random
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.answering import Answer, Answerer, Suggestions
from bot.knowledge import load
from tests.benchmarks.generated import Report, write


def asked(written: Sequence[Report], count: int) -> list[tuple[str, str, str]]:
    """Return (article, key of the right entry's fact, question) for so many unseen wordings, drawn at random, always the same."""
    everything = [(report.name, fact.name, wording) for report in written for fact in report.facts for wording in fact.unseen]
    return random.Random(2).sample(everything, min(count, len(everything)))


def outcome(answerer: Answerer, question: str, article: str | None, right: tuple[str, str]) -> str:
    """Return what became of a question."""
    reply = answerer.answer(question, article)
    if isinstance(reply, Answer):
        found = reply.entry.passages[0].article, reply.entry.id
        return "right" if found == right else "wrong"
    return "asked back" if isinstance(reply, Suggestions) else "declined"


def shares(outcomes: Iterable[str]) -> str:
    """Return the outcomes as percentages."""
    counts = Counter(outcomes)
    return "  ".join(
        f"{name} {100 * counts[name] / counts.total():5.1f}" for name in ("right", "wrong", "asked back", "declined")
    )


def measure(count: int, questions: int) -> None:
    """Generate so many articles, ask, and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written = write(folder, count)
        begun = time.perf_counter()
        answerer = Answerer(load(folder), folder / "cache")
        loaded = time.perf_counter()
        answerer.answer(f"when did they open the {written[0].about} bridge")
        first = time.perf_counter()
        wordings = asked(written, questions)
        begun_asking = time.perf_counter()
        named = [outcome(answerer, question, None, (article, fact)) for article, fact, question in wordings]
        each = (time.perf_counter() - begun_asking) / len(wordings)
        begun_again = time.perf_counter()
        given = [outcome(answerer, question, article, (article, fact)) for article, fact, question in wordings]
        again = (time.perf_counter() - begun_again) / len(wordings)
        towns = {report.name: report.about for report in written}
        unnamed = [
            outcome(answerer, " ".join(question.replace(towns[article], "").split()), None, (article, fact))
            for article, fact, question in wordings
        ]
        print(
            f"\n{count} generated articles, {sum(len(report.facts) + 1 for report in written)} entries, {len(wordings)} questions"
        )
        print(f"  named in the question   {shares(named)}")
        print(f"  --article               {shares(given)}")
        print(f"  unnamed                 {shares(unnamed)}")
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"  loading {loaded - begun:.2f} s, first question {first - loaded:.2f} s, then {1000 * each:.1f} ms each while indexes "
              f"are built, {1000 * again:.1f} ms with those in the cache; at most {memory:.0f} MB so far")  # fmt: skip


def main() -> None:
    """Measure each count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counts", type=int, nargs="+", default=[1, 10, 100, 1000])
    parser.add_argument("--questions", type=int, default=200)
    options = parser.parse_args()
    for count in options.counts:
        measure(count, options.questions)


if __name__ == "__main__":
    main()
