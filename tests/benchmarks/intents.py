"""Intent data sets as matching tasks: some phrasings an intent to match against, questions to match, questions of no intent."""

import csv
import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHORTEST = 4  # letters of a word that gets a slip
_HELD_BACK = 30  # of each BANKING77 intent, which comes without a validation split


@dataclass(frozen=True, slots=True)
class Task:
    """One matching task: phrasings by intent, questions with their intent, questions that fit no intent (may be none)."""

    name: str
    phrasings: Mapping[str, Sequence[str]]
    questions: Sequence[tuple[str, str]]
    outside: Sequence[str]


def clinc(folder: Path, k: int | None, seed: int, *, typos: bool = False) -> Task:
    """Return the task of CLINC150's validation split with k training phrasings an intent (None: all 100)."""
    data = json.loads((folder / "clinc150.json").read_text(encoding="utf-8"))
    questions = [(text, intent) for text, intent in data["val"]]
    outside = [text for text, _ in (*data["oos_val"], *data["oos_train"])]
    if typos:
        rng = random.Random(f"typos {seed}")
        questions = [(with_typos(text, rng), intent) for text, intent in questions]
        outside = [with_typos(text, rng) for text in outside]
    name = f"CLINC150 k={k or 'all'}{' with typos' if typos else ''}"
    return Task(name, _sample(data["train"], k, seed), questions, outside)


def banking(folder: Path, k: int, seed: int) -> Task:
    """Return a task of BANKING77: k phrasings an intent of its training split, and 30 others of it as questions."""
    with (folder / "banking77_train.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["text"].strip(), row["category"]) for row in csv.DictReader(file)]
    asked = _sample(rows, _HELD_BACK, seed=0)
    held_back = {text for texts in asked.values() for text in texts}
    rest = [(text, intent) for text, intent in rows if text not in held_back]
    questions = [(text, intent) for intent, texts in asked.items() for text in texts]
    return Task(f"BANKING77 k={k}", _sample(rest, k, seed), questions, ())


def _sample(rows: Sequence[Sequence[str]], k: int | None, seed: int) -> dict[str, list[str]]:
    by_intent: dict[str, list[str]] = {}
    for text, intent in rows:
        if text not in by_intent.setdefault(intent, []):
            by_intent[intent].append(text)
    rng = random.Random(seed)
    return {intent: texts if k is None else rng.sample(texts, min(k, len(texts))) for intent, texts in sorted(by_intent.items())}


def with_typos(text: str, rng: random.Random) -> str:
    """Return the text with one or two slips of the keyboard in words of four letters and more."""
    words = text.split()
    for _ in range(rng.choice((1, 2))):
        places = [place for place, word in enumerate(words) if len(word) >= _SHORTEST and word.isalpha()]
        if places:
            place = rng.choice(places)
            words[place] = _slip(words[place], rng)
    return " ".join(words)


def _slip(word: str, rng: random.Random) -> str:
    at = rng.randrange(len(word) - 1)
    match rng.choice(("swap", "drop", "double", "neighbour")):
        case "swap":
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case "drop":
            return word[:at] + word[at + 1 :]
        case "double":
            return word[:at] + word[at] + word[at:]
    return word[:at] + _neighbour(word[at], rng) + word[at + 1 :]


def _neighbour(letter: str, rng: random.Random) -> str:
    for row in _KEYBOARD:
        at = row.find(letter.lower())
        if at >= 0:
            return rng.choice(row[max(at - 1, 0) : at] + row[at + 1 : at + 2])
    return letter
