"""What can be asked about: the topics of the articles, and questions about nothing here to tell them from."""

from collections.abc import Sequence
from importlib.resources import files

from bot.knowledge import UNNAMED, Entry, Knowledge

_NAMED = 6  # topics named to someone who asks about none of them
_EXAMPLES = 3  # questions named to them where there are no topics


def topics(library: Sequence[Knowledge]) -> dict[str, list[Entry]]:
    """Return the answered entries by topic, in the files' order."""
    found: dict[str, list[Entry]] = {}
    for knowledge in library:
        for entry in knowledge.entries:
            if entry.answered:
                found.setdefault(entry.topic, []).append(entry)
    return found


def named_topics(library: Sequence[Knowledge], nearest: Sequence[Entry] = ()) -> tuple[str, ...]:
    """Return some of the topics as they stand within a sentence: “The treaty” as “the treaty”.

    Args:
        library: the articles.
        nearest: the entries nearest to what was asked, whose topics go first.
    """
    own = [topic for topic in topics(library) if topic != UNNAMED]
    first = [entry.topic for entry in nearest if entry.answered and entry.topic in own]
    return tuple(_within_sentence(topic) for topic in [*dict.fromkeys((*first, *own))][:_NAMED])


def example_questions(library: Sequence[Knowledge], nearest: Sequence[Entry] = ()) -> tuple[str, ...]:
    """Return a few questions that are answered, where no entry has a topic to name instead; none where one has.

    Args:
        library: the articles.
        nearest: the entries nearest to what was asked, whose questions go first.
    """
    found = topics(library)
    if found.keys() != {UNNAMED}:
        return ()
    questions = [entry.question for entry in (*nearest, *found[UNNAMED]) if entry.answered]
    return tuple(dict.fromkeys(questions))[:_EXAMPLES]


def _within_sentence(topic: str) -> str:
    return f"t{topic[1:]}" if topic.startswith("The ") else topic


def general_questions() -> tuple[str, ...]:
    """Return the questions about nothing in particular that ship with the program, hand-written; see the file."""
    lines = files("bot.answering").joinpath("general_questions.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
