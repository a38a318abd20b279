"""What a draft must not say: a fact without what takes it back, limits it, or belongs to another part of its sentence."""

from pathlib import Path

import pytest

from bot.curation.draft import draft_entries
from bot.knowledge import read_article
from bot.language import ENGLISH

_MORE = "The rest of this text is about the city and of its people and what they do."


def drafted(folder: Path, text: str) -> dict[str, str]:
    """Return the drafted questions about a text with what they are answered, or the note."""
    path = folder / "article.txt"
    path.write_text(f"{text}\n\n{_MORE}\n", encoding="utf-8")
    return {entry.question: entry.text for entry in draft_entries(path, read_article(path)[0], ENGLISH, lambda: None)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Kosta club never signed the famous player Ivan Kos in 2014.",
        "The Kosta club reportedly sold the famous stadium in 2014.",
        "The northern mill only opened a shop in 1920.",
        "The northern mill hardly opened a shop in 1920.",
        "The northern mill was allegedly sold by Anna Holm in 1920.",
        "The northern mill was never sold by Anna Holm in 1920.",
    ],
)
def test_no_fact_is_drafted_without_the_adverb_that_changes_it(tmp_path: Path, sentence: str) -> None:
    found = drafted(tmp_path, sentence)
    assert not any(question.startswith(("When", "Who", "What did", "Why", "How")) for question in found), found


def test_a_harmless_adverb_is_left_out(tmp_path: Path) -> None:
    assert drafted(tmp_path, "The northern mill officially opened a shop in 1920.")[
        "When did the northern mill open a shop?"
    ] == ("In 1920.")


@pytest.mark.parametrize(
    "sentence",
    [
        "According to critics, Anna Holm sold the painting in 1920.",
        "If the council agreed, the northern mill would open a shop in 1920.",
        "In theory, the northern mill opened a shop in 1920.",
        "Unless it rained, the northern mill opened a shop in 1920.",
        "Contrary to reports, Ana Ruiz left the town in 1920.",
        "When the water is hot, the mill produces the finest steam.",
        "Supposedly, Queen Anna founded the northern abbey in 1122.",
        "Historians believe the Romans built the northern wall in 122.",
        "No ship reached the harbour in 1909.",
        "Neither king signed the treaty in 1909.",
        "Nobody opened the northern bridge in 1909.",
        "Scarcely 20 guests attended the opening in 1909.",
    ],
)
def test_nothing_is_drafted_of_what_holds_under_a_condition_by_hearsay_or_not_at_all(tmp_path: Path, sentence: str) -> None:
    assert drafted(tmp_path, sentence) == {}


def test_a_place_in_front_stays_in_the_question(tmp_path: Path) -> None:
    found = drafted(tmp_path, "In France, women received the vote in 1944.")
    assert found["When did women receive the vote in France?"] == "In 1944."
    assert all("France" in question for question in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "The herd of the park fell from 4,000 in 1990 to 350 in 2019.",
        "The herd of the park shrank to 40 animals, down from 80 in 2019.",
        "The northern church lost its tower in 1784 and its bells in 1810.",
        "The northern church lost its tower in 1784 and its bells.",
        "The northern duke emerged as the strongest rival of the king after the French attacked the Republic in 1672.",
    ],
)
def test_a_date_that_belongs_to_a_part_is_not_asked_for(tmp_path: Path, sentence: str) -> None:
    assert not any(question.startswith("When") for question in drafted(tmp_path, sentence))


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("The mayor bought the northern castle in 1990. The price was half a million lire.", "How much"),
        ("The northern mill was built in 1990. It stood on the river bank.", "Where"),
        ("The northern school was closed in 1990. There were too few pupils.", "Why"),
        ("There were too few pupils. The northern school was closed in 1990.", "Why"),
        ("The northern school was closed in 1990. The mayor closed it.", "Who"),
    ],
)
def test_no_note_denies_what_another_sentence_may_say(tmp_path: Path, text: str, gone: str) -> None:
    notes = {question: said for question, said in drafted(tmp_path, text).items() if said.startswith("The article does not")}
    assert not any(question.startswith(gone) for question in notes), notes


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("Construction began in 1909 under the mayor.", "When did construction begin under the mayor?", "In 1909."),
        (
            "The farmers lost 300 hectares of land in the flood.",
            "How many hectares of land did the farmers lose in the flood?",
            "300 hectares.",
        ),
        ("Half of the houses were sold in 1990.", "When were half of the houses sold?", "In 1990."),
        ("The mayor pressed the button at 10 a.m. on 3 May 1990.", "What did the mayor press?", "The button."),
    ],
)
def test_drafts_are_grammatical(tmp_path: Path, sentence: str, question: str, answer: str) -> None:
    assert drafted(tmp_path, sentence)[question] == answer


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Construction began in 1909 under the mayor.", "Who began"),
        ("The firm claimed to have planted the largest trees in 2010.", "claimed to have plant"),
        ("Houses cost 300 pounds in 1990.", "How much did houses"),
        ("A two-volume illustrated folio version of the book was printed in Paris in 1487.", "illustrate folio"),
        ("The ideal cycle used to analyze this process is called the Rankine cycle.", "did the ideal cycle use"),
        ("The Treaty of Rome had a great influence on the economy by causing new demands.", "economy by?"),
        ("A small steam turbine was described by Taqi Bey in 1551 and by Giovanni Branca in 1629.", "Who described"),
        ("A small steam turbine was described by Taqi Bey in 1551 and by Giovanni Branca in 1629.", "How was"),
        ("The country was not uniform across Europe.", "say about the country"),
        ("The old packet mode may be implemented with or without forwarding nodes.", "implemented with"),
        ("His successor, Ted Heath, reversed the old policy in 1970.", "Who was Ted Heath"),
    ],
)
def test_no_question_asks_for_what_cannot_be_asked(tmp_path: Path, sentence: str, wrong: str) -> None:
    assert not any(wrong in question for question in drafted(tmp_path, sentence))


def test_a_pronoun_behind_a_clause_that_cannot_be_read_is_nobody_known(tmp_path: Path) -> None:
    text = (
        "In the 1060s, Robert Crispin led the Normans against the Turks. Roussel de Bailleul even tried to carve out a state, "
        "but he was stopped by the general Alexius Komnenos."
    )
    found = drafted(tmp_path, text)
    assert "When did Robert Crispin lead the Normans against the Turks?" in found
    assert not any("stopped Robert Crispin" in question for question in found)


def test_they_are_not_what_ends_in_an_s_behind_a_preposition(tmp_path: Path) -> None:
    text = "Renewed religious warfare in the 1620s caused a great loss. They retained the old provisions until 1650."
    assert not any("warfare" in question and "retain" in question for question in drafted(tmp_path, text))
