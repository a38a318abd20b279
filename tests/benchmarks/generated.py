"""Generates articles with their knowledge files: small reports about invented towns, alike in everything but their facts.

Nothing in them is real. They are harder to tell apart than real articles, because every one answers the same questions.
"""

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.knowledge import sha256


def _words(text: str) -> list[str]:
    return text.split()


_STARTS = _words("""
    Bel Cor Dun Esk Fal Gar Hal Ister Jor Kel Lan Mer Nor Ol Pel Quen Ros Sel Tor Ulm Ver Wen Yar Zel Ash Bran Cal Dor Ever Fen
""")
_ENDS = _words("""
    bury combe dale field ford gate ham holm hurst ley low mere mont mouth ness port ridge shaw stead stoke ton vale wick wold worth
""")
_TOPICS = {
    "bridge": ("the new bridge", "over the river"),
    "library": ("the new library", "beside the market"),
    "tramline": ("the new tramline", "to the station"),
    "harbour": ("the new harbour", "east of the old quay"),
    "hospital": ("the new hospital", "on the hill"),
    "theatre": ("the new theatre", "in the old mill"),
}
_MONTHS = _words("""
    January March April May June July September October November
""")


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence of a report, with what is asked and answered about it, and wordings that the knowledge file has not."""

    name: str
    sentence: str
    question: str
    phrasings: tuple[str, ...]
    unseen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One generated article: its file's name, its title, what names it in a question, and its facts."""

    name: str
    title: str
    about: str
    facts: tuple[Fact, ...]


def reports(count: int) -> Iterator[Report]:
    """Yield so many reports, always the same ones."""
    chance = random.Random(1)
    towns = [f"{start}{end}" for start, end in itertools.product(_STARTS, _ENDS)]
    chance.shuffle(towns)
    for place in range(count):
        topic = list(_TOPICS)[(place + place // len(towns)) % len(_TOPICS)]
        yield _report(towns[place % len(towns)], topic, chance)


def _report(town: str, topic: str, chance: random.Random) -> Report:
    thing, where = _TOPICS[topic]
    day, month, cost, workers = chance.randint(1, 28), chance.choice(_MONTHS), chance.randint(2, 95), chance.randint(20, 900)
    opened, years = f"{day} {month} {chance.randint(2015, 2024)}", chance.choice(["two", "three", "four", "five", "six"])
    it = f"{thing} in {town}"
    facts = (
        Fact("opened", f"The mayor of {town} opened {thing} {where} on {opened}.", f"When was {it} opened?",
             (f"on what date did {it} open", f"opening date of the {town} {topic}", f"what day was the {topic} in {town} inaugurated",
              f"when was the {topic} opened", "on which date was the opening", f"when did the {topic} open", "date it was opened",
              f"which year did {town} get its {topic}"),
             (f"when did they open the {town} {topic}", f"since when has {town} had its {topic}")),
        Fact("cost", f"It cost {cost} million euros.", f"How much did {it} cost?",
             (f"what was the price of the {town} {topic}", f"cost of {it}", f"how expensive was the {topic} in {town}",
              f"how much did the {topic} cost", "what was the price", "how much money was spent on it", "what was the bill in millions",
              f"how much did {town} spend on its {topic}"),
             (f"what did {town} pay for its {topic}", f"how many millions went into the {town} {topic}")),
        Fact("workers", f"At the busiest time {workers} people worked on it.", f"How many people worked on {it}?",
             (f"number of workers at the {town} {topic}", f"how many workers built the {topic} in {town}", f"size of the crew in {town}",
              f"how many people worked on the {topic}", "how many workers were there", f"how big was the team that built the {topic}",
              "number of builders at the busiest time", f"how many builders worked in {town}"),
             (f"how large was the team that made the {town} {topic}", f"how many builders did the {topic} in {town} need")),
        Fact("duration", f"The work took {years} years.", f"How long did the work on {it} take?",
             (f"duration of the works in {town}", f"how many years did the {town} {topic} take", f"how long was the {topic} in {town} under construction",
              f"how long did the {topic} take to build", "how many years of work was it", "time it took to finish",
              f"for how long was the {topic} being built", f"how long did {town} wait for its {topic}"),
             (f"how long did people in {town} wait for the {topic}", f"time needed to build the {town} {topic}")),
    )  # fmt: skip
    return Report(f"{town.lower()}-{topic}", f"The {topic} of {town}", town, facts)


def write(folder: Path, count: int) -> tuple[Report, ...]:
    """Write so many articles with their knowledge files into a folder, and return them."""
    written = tuple(reports(count))
    for report in written:
        text = (
            " ".join(fact.sentence for fact in report.facts[:2]) + "\n\n" + " ".join(f.sentence for f in report.facts[2:]) + "\n"
        )
        (folder / f"{report.name}.txt").write_text(text, encoding="utf-8")
        entries = [
            {"id": fact.name, "question": fact.question, "phrasings": list(fact.phrasings), "answer": fact.sentence,
             "passages": [fact.sentence]}
            for fact in report.facts
        ]  # fmt: skip
        unanswered = {"id": "architect", "question": f"Who designed it in {report.about}?", "note": "The article does not name the architect.",
                      "phrasings": [f"who is the architect in {report.about}", f"name of {report.about}'s architect",
                                   "who drew the plans", "which architect was hired", "who was the designer"]}  # fmt: skip
        about = {"file": f"{report.name}.txt", "sha256": sha256(text.encode()), "title": report.title}
        document = {"schema": 1, "article": about, "entries": entries, "unanswered": [unanswered]}
        (folder / f"{report.name}.yaml").write_text(
            yaml.safe_dump(document, allow_unicode=True, sort_keys=False), encoding="utf-8"
        )
    return written
