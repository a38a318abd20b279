"""The knowledge of a ferry terminal, sound and with one fault at a time, for tests of what curators do."""

from dataclasses import dataclass
from pathlib import Path

from bot.curation.check import Checked, check
from bot.knowledge import sha256
from tests.loopback.process import REPO

DATA = REPO / "tests" / "data"
ARTICLE = (DATA / "ferry.txt").read_text(encoding="utf-8")
KNOWLEDGE = (DATA / "ferry.yaml").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Seed:
    """One fault: `old` is replaced by `new`, and the check must tell `told` for the line where `at` (or `new`) begins."""

    rule: str
    old: str
    new: str
    told: str
    at: str = ""
    article: bool = False


ONE_LESS = "      - how expensive was the new ferry terminal\n"
COST = "    answer: The new ferry terminal cost €12 million."
NOTE = "    note: The article does not say who designed the terminal."
MOST_ASKED = KNOWLEDGE[
    KNOWLEDGE.index("      - what was the cost of the terminal") : KNOWLEDGE.index("      - cost of the new ferry")
]
DESIGN = KNOWLEDGE[KNOWLEDGE.index("      - who was the architect") : KNOWLEDGE.index("      - which architect")]
ORIGIN = "      - who was the architect of the terminal\n"

SEEDS = {
    # schema: the form
    "an anchor": Seed("schema", "price of the terminal\n", "&price of\n", "an anchor (&) is not allowed"),
    "an alias": Seed("schema", "price of the terminal\n", "*price\n", "an alias (*) is not allowed"),
    "a tag": Seed("schema", "price of the terminal\n", "!!str price\n", "a tag (!) is not allowed"),
    "a key twice": Seed("schema", COST, "    topic: Again\n" + COST, "the key “topic” is here twice", "    topic: Again"),
    "a second document": Seed("schema", "unanswered:", "---\nunanswered:", "a second document starts here"),
    "a bracket left open": Seed("schema", "captions: [The new hall]", "captions: [The new hall", "this is not YAML", "  skipped:"),
    "nested too deep": Seed("schema", "[The new hall]", "[[[[[[[[[The new hall]]]]]]]]]", "nested more than 8 deep"),
    "a misspelt field": Seed("schema", "    answer: A ticket", "    anwser: A ticket", "is not a field of a knowledge file"),
    "a field left out": Seed("schema", COST + "\n", "", "entries[1].answer: is missing", "  - id: terminal-cost"),
    "no passage": Seed("schema", "passages:\n      - The terminal runs", "passages: []\n#      - The terminal runs", "at least one item"),
    "an empty answer": Seed("schema", COST, "    answer:", "entries[1].answer: is empty"),
    "a question too long": Seed("schema", "question: What power does", f"question: {'What power does ' * 8}", "longer than 100 characters"),
    "a colon that makes a mapping": Seed("schema", "price of the terminal\n", "price: of the terminal\n", "must be a text"),
    "a text instead of a list": Seed("schema", "captions: [The new hall]", "captions: The new hall", "must be a list"),
    "an id with capitals": Seed("schema", "id: rain", "id: Rain", "lower-case words joined by dashes"),
    "an unknown version": Seed("schema", "schema: 1", "schema: 2", "must be 1"),
    "an id twice": Seed("schema", "id: rain", "id: old-pier", "the id “old-pier” is already taken on line"),
    "a draft that says maybe": Seed("schema", COST, "    draft: maybe\n" + COST, "must be true or false"),
    "a hash that is none": Seed("schema", f'"{sha256(ARTICLE.encode())}"', '"12ab"', "64 hexadecimal digits"),
    "an article elsewhere": Seed("schema", "file: ferry.txt", "file: ../ferry.txt", "a .txt file beside this one"),
    "an address that is none": Seed("schema", "  publisher: ANB", "  url: ferry\n  publisher: ANB", "must start with https://"),
    # proof: the passages
    "a changed figure": Seed("proof", "which cost €12 million.\"", "which cost €13 million.\"", "it has “€13” where the article has “€12”"),
    "a changed word": Seed("proof", "      - It replaces a pier", "      - It replaced a pier", "it has “replaced” where the article has “replaces”"),
    "a passage that stands nowhere": Seed("proof", "- Boats to Almada will leave every 15 minutes.", "- Gulls fly at night.", "is not in the article, and no sentence is like it"),
    "an ambiguous passage": Seed("proof", "- The terminal runs on solar power alone.", "- The", "stands 3 times in the article"),
    "a wrong prefix": Seed("proof", "- The terminal runs on solar power alone.", "- {quote: runs on solar power, prefix: A boat}", "not with this prefix"),
    "a caption as a passage": Seed("proof", "- The terminal runs on solar power alone.", "- The new hall", "stands in a caption"),
    "half a word": Seed("proof", "- The terminal runs on solar power alone.", "- erminal runs on solar power alone.", "cuts a word", "    passages:\n      - erminal"),
    "a caption that is no line": Seed("proof", "[The new hall]", "[The old hall]", "no line of ferry.txt is the caption"),
    "a skipped sentence that is none": Seed("proof", "[Children travel free.]", "[Dogs travel free.]", "no sentence of ferry.txt is"),
    "another article": Seed("proof", f'"{sha256(ARTICLE.encode())}"', f'"{"0" * 64}"', "is not the file that was pinned"),
    # article: the text
    "HTML pasted as text": Seed("article", "The terminal runs", "<p>The terminal runs", "this looks like HTML", article=True),
    "a byte order mark": Seed("article", "Lisbon, 4", "\ufeffLisbon, 4", "byte order mark", article=True),
    "a control character": Seed("article", "The terminal runs", "\x07The terminal runs", "is no text", article=True),
    "accents apart": Seed("article", "Lisbon, 4", "Lisbo\u0301n, 4", "not NFC", article=True),
    # support: what answers say
    "a number from nowhere": Seed("support", COST, "    answer: The new ferry terminal cost €14 million.", "the number or date “14 million”"),
    "a month from nowhere": Seed("support", COST, "    answer: In August the ferry terminal cost €12 million.", "the number or date “august”"),
    "a name from nowhere": Seed("support", COST, "    answer: The terminal in Porto cost €12 million.", "the name “Porto”"),
    "a quotation from nowhere": Seed("support", COST, "    answer: The terminal “was cheap” at €12 million.", "the quotation “was cheap”"),
    "a name from nowhere in a note": Seed("support", NOTE, NOTE + " It does not name Siza.", "the name “Siza”"),
    "a number from nowhere in a note": Seed("support", NOTE, NOTE + " There were 9.", "the number or date “9”"),
    # style: how answers and notes read
    "an answer that only repeats its question": Seed("style", COST, "    answer: The new terminal cost much.", "only repeats its question"),
    "an answer that is its passage": Seed("style", COST, "    answer: The port authority opened the new ferry terminal, which cost €12 million.", "is its passage once more"),
    "an answer that runs on": Seed("style", COST, "    answer: " + "The ferry terminal cost €12 million " * 5, "has 35 words"),
    "a note that leans on the question": Seed("style", NOTE, "    note: The opposite is the case.", "leans on the question"),
    "a note that runs on": Seed("style", NOTE, NOTE + " The article does not say who designed the terminal" * 5, "has 54 words"),
    # wording, draft
    "too few phrasings": Seed("wording", MOST_ASKED, "", "1 entry has few phrasings, the fewest terminal-cost (4)", "    phrasings:\n      - cost of the new"),
    "too few for an unanswered entry": Seed("wording", DESIGN, "", "1 entry has few phrasings, the fewest architect (2)", "    phrasings:\n      - which architect"),
    "a draft": Seed("draft", COST, "    draft: true\n" + COST, "1 draft waits for approval, and the bot does not use them: terminal-cost"),
    # opening: yes and no
    "a yes said twice": Seed("opening", COST, "    question_answered: yes\n    answer: Yes, the new ferry terminal cost €12 million.",
                             "a reply of terminal-cost would begin “Yes. Yes,”", "    answer: Yes"),
    "a yes said twice to some wordings": Seed("opening", COST, "    answered_yes: [did it cost 12 million]\n    answer: Yes, the terminal cost €12 million.",
                                              "“Yes. Yes,”, by its answered_yes", "    answer: Yes"),
    "a no before a yes": Seed("opening", COST, "    answered_no: [was the terminal free]\n    answer: Yes, the terminal cost €12 million.",
                              "“No. Yes,”, by its answered_no", "    answer: Yes"),
    # regression
    "the same words in another spelling": Seed("regression", "how is the terminal powered\n", "what's the fare for a ticket\n", "leads to ticket-price"),
    "a wording that nobody can read": Seed("regression", "how is the terminal powered\n", '"🐸"\n', "leads to no entry"),
    # leave-one-out
    "an entry with one wording": Seed(
        "leave-one-out", "    phrasings:\n" + KNOWLEDGE[KNOWLEDGE.index(ORIGIN) : KNOWLEDGE.index(NOTE)], "",
        "architect lives on single wordings", "  - id: architect"),
    # collisions
    "a wording in two entries": Seed("collisions", "      - number of passengers a day", "      - Name of the architect?", "is already on line"),
    "wordings that compete": Seed("collisions", "      - so how much was the terminal", "      - so how much is a ticket please",
                                  "competes with “how much is a ticket” of ticket-price (line 75) on ticket; both are answered"),
    "an answered wording that is refused": Seed("collisions", "      - how is the terminal powered\n", "      - who drew the plans for the new terminal\n",
                                                "is refused with the note of architect"),
    "near that names nothing": Seed("collisions", COST, "    near:\n      bridge: because\n" + COST, "bridge under near in terminal-cost", "      bridge:"),
    "near that names itself": Seed("collisions", COST, "    near:\n      terminal-cost: because\n" + COST, "is not another entry", "      terminal-cost:"),
    # coverage
    "a sentence that no entry cites": Seed("coverage", "power alone. Children", "power alone. Dogs pay half. Children", "no entry cites sentence 8, “Dogs pay half.”", article=True),
    "a sentence no longer skipped": Seed("coverage", "  skipped: [Children travel free.]\n", "", "no entry cites sentence 8", "Children"),
    # file
    "a missing article": Seed("file", "file: ferry.txt", "file: fairy.txt", "cannot be read"),
}  # fmt: skip
"""Faults, at least one of every rule."""


def write(folder: Path, knowledge: str = KNOWLEDGE, article: str = ARTICLE) -> Path:
    """Write an article and its knowledge file, pinned if the article was changed; return the knowledge file's path."""
    (folder / "ferry.txt").write_text(article, encoding="utf-8", newline="")
    path = folder / "ferry.yaml"
    path.write_text(knowledge.replace(sha256(ARTICLE.encode()), sha256(article.encode())), encoding="utf-8")
    return path


def quiet(_: str) -> None:
    """Say nothing of the steps."""


def checked(path: Path) -> Checked:
    """Return the result of a check that keeps nothing."""
    return check(path, None, quiet, "none")
