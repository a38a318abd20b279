"""The matchers that ours is measured against, each behind one small face: phrasings by intent in, a ranking out."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process, utils

from bot.matching import Matcher

Ranked = list[tuple[str, float]]
Ask = Callable[[str], Ranked]
"""A question → the three best intents with their scores, best first."""
Make = Callable[[Mapping[str, Sequence[str]]], Ask]
_WANTED = 3


def ours(phrasings: Mapping[str, Sequence[str]]) -> Ask:
    """On Record's matcher, as the contract has it."""
    matcher = Matcher(phrasings)
    return lambda question: [(match.key, match.score) for match in matcher.rank(question, _WANTED)]


def _fuzzy(scorer: Callable[..., float]) -> Make:
    """The nearest phrasing by a scorer of rapidfuzz, with its default preprocessing."""

    def make(phrasings: Mapping[str, Sequence[str]]) -> Ask:
        intents, texts = _flat(phrasings)
        folded = [utils.default_process(text) for text in texts]

        def ask(question: str) -> Ranked:
            scores = process.cdist([utils.default_process(question)], folded, scorer=scorer, workers=1)[0]
            return _best(intents, scores)

        return ask

    return make


def bm25s(phrasings: Mapping[str, Sequence[str]]) -> Ask:
    """The nearest phrasing by the bm25s package, stemmed by Snowball, stopwords kept."""
    import bm25s as package
    import Stemmer

    intents, texts = _flat(phrasings)
    stemmer = Stemmer.Stemmer("english")
    index = package.BM25()
    index.index(package.tokenize(texts, stopwords=None, stemmer=stemmer, show_progress=False), show_progress=False)

    def ask(question: str) -> Ranked:
        [tokens] = package.tokenize([question], stopwords=None, stemmer=stemmer, return_ids=False, show_progress=False)
        known = [token for token in tokens if token in index.vocab_dict]
        return _best(intents, index.get_scores(known) if known else np.zeros(len(intents)))

    return ask


def logistic(phrasings: Mapping[str, Sequence[str]]) -> Ask:
    """TF-IDF of words and letters with logistic regression, by scikit-learn; C = 10, the rest its defaults."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline, make_union

    intents, texts = _flat(phrasings)
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    model = make_pipeline(make_union(words, letters), LogisticRegression(C=10, max_iter=1000)).fit(texts, intents)
    classes = [str(name) for name in model.classes_]
    return lambda question: _best(classes, model.predict_proba([question])[0])


PEERS: Mapping[str, Make] = {
    "On Record": ours,
    "rapidfuzz WRatio": _fuzzy(fuzz.WRatio),
    "rapidfuzz token_set_ratio": _fuzzy(fuzz.token_set_ratio),
    "rapidfuzz token_sort_ratio": _fuzzy(fuzz.token_sort_ratio),
    "bm25s": bm25s,
    "TF-IDF + logistic regression": logistic,
}


def _flat(phrasings: Mapping[str, Sequence[str]]) -> tuple[list[str], list[str]]:
    pairs = [(intent, text) for intent, texts in phrasings.items() for text in texts]
    return [intent for intent, _ in pairs], [text for _, text in pairs]


def _best(intents: Sequence[str], scores: Any) -> Ranked:
    """Return the best intents by their best phrasing; of equal ones the first."""
    best: dict[str, float] = {}
    for place in np.argsort(-np.asarray(scores), kind="stable"):
        best.setdefault(intents[place], float(scores[place]))
        if len(best) == _WANTED:
            break
    return list(best.items())


def memory(name: str, phrasings: Mapping[str, Sequence[str]], questions: Sequence[str], folder: Path) -> int:
    """Return the peak memory, in bytes, of a process of its own that builds a peer and asks it some questions."""
    given = folder / "memory.json"
    given.write_text(json.dumps({"name": name, "phrasings": phrasings, "questions": questions}), encoding="utf-8")
    told = subprocess.run([sys.executable, "-m", "tests.benchmarks.peers", str(given)], check=True, capture_output=True)
    return int(told.stdout)


def peak() -> int:
    """Return the peak memory of this process, in bytes, as Linux tells it; its parent's does not count in."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    [line] = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1]) * 1024


def main() -> None:
    """Build the peer that the file tells, ask it the questions there, and print the peak memory of this process."""
    told = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    ask = PEERS[told["name"]](told["phrasings"])
    for question in told["questions"]:
        ask(question)
    print(peak())


if __name__ == "__main__":
    main()
