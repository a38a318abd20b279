"""The asking part of a message: what of it asks, without the story around it."""

import pytest

from bot.language import load_pack
from bot.language.asking import asking_part, without_addresses


@pytest.mark.parametrize(
    ("message", "part"),
    [
        (
            "Hi all, I saw the headline at work and my boss says it was in 2019, when was the treaty renewed?",
            "when was the treaty renewed",
        ),
        (
            "We read the story in class. Our teacher was impressed. Can someone tell me what the treaty is called?",
            "Can someone tell me what the treaty is called",
        ),
        ("I am lost.\nwho opened the bridge\nmy friends left", "who opened the bridge"),
        ("I was away in 2019, sorry. In 2021, which minister came?", "In 2021. which minister came"),
        ("Is it true (my dad says so) that the bridge cost 6 million?", "Is it true. that the bridge cost 6 million"),
        ("My sister sent it to me, the trade figures of 2021", "the trade figures of 2021"),
        ("That's not what I'm after. Who opened the bridge?", "Who opened the bridge"),
        ("Tell me about the bridge and the mayor. I need it for my essay.", "Tell me about the bridge and the mayor"),
        (
            "My boss, who never leaves without his old hat, wants a slogan for 2021. What sort of bridge did they want to build?",
            "What sort of bridge did they want to build",
        ),
        (
            "Civil engineer here. When politicians talk I never believe a word. What is said of how the projects worked out?",
            "What is said of how the projects worked out",
        ),
        ("Not the one of 2020, not next year's: which treaty was renewed?", "which treaty was renewed"),
        ("I'm not asking who came. Just tell me which treaty they renewed.", "Just tell me which treaty they renewed"),
        ("I was ill. I'm not after the date, just tell me what they renewed in town.", "just tell me what they renewed in town"),
    ],
)
def test_a_story_around_a_question_is_left_out(message: str, part: str) -> None:
    assert asking_part(message) == part


@pytest.mark.parametrize(
    "message",
    [
        "what treaty was renewed",
        "the treaty",
        "In 2021, how much was trade worth?",
        "Who came? And which minister was it?",
        "I wonder whether the leaders met",
        "The cost was 6,000,000 euros: who paid it?",
        "",
        "???",
    ],
)
def test_a_message_all_of_which_asks_stays_as_it_is(message: str) -> None:
    assert asking_part(message) == message


@pytest.mark.parametrize(
    "message", ["I love this article. My sister sent it to me.", "my dog ate my homework", "we like it, and I do too"]
)
def test_a_message_that_is_all_story_stays_as_it_is(message: str) -> None:
    assert asking_part(message) == message


@pytest.mark.parametrize("message", ["I need it for my essay. Why?", "My boss says that the leaders met in 2019. When was that?"])
def test_a_question_that_leans_on_its_story_keeps_it(message: str) -> None:
    assert asking_part(message) == message


@pytest.mark.parametrize(
    ("message", "part"),
    [
        ("I live in Oslo. A friend mentioned the new bridge. How did that go?", "A friend mentioned the new bridge. How did that go"),
        ("The seven members of the council: what are they meant to do?", "The seven members of the council: what are they meant to do?"),
        ("I met him in 2019. The seven members of the council: what are they meant to do?", "The seven members of the council. what are they meant to do"),
    ],
)  # fmt: skip
def test_a_question_takes_along_what_it_is_about(message: str, part: str) -> None:
    assert asking_part(message) == part


def test_of_what_somebody_asked_the_writer_the_question_counts() -> None:
    message = "She asked me on the phone from Lyon how long the bridge had been closed. Does the report tell?"
    assert asking_part(message) == "how long the bridge had been closed. Does the report tell"


def test_a_statement_about_the_writer_asks_only_where_it_wonders() -> None:
    assert asking_part("I wonder which minister came. My dad is out.") == "I wonder which minister came"
    assert asking_part("I know the minister well. The cost of the bridge?") == "The cost of the bridge"


def test_only_a_language_with_a_pack_is_cut() -> None:
    german, spanish = "Ich habe es gelesen. Wer kam mit dem Minister?", "Mi jefe lo leyó ayer. ¿Quién vino con el ministro?"
    assert asking_part(german, load_pack("de")) == german
    assert "ministro" in asking_part(spanish, load_pack("es"))


@pytest.mark.parametrize(
    ("message", "bare"),
    [
        ("> Xi met Putin in 2019\nwho came with him?", "who came with him?"),
        ("> who came with him?", "> who came with him?"),
        ("> one line\n> who came with him?", "> one line\n> who came with him?"),
        ("see https://example.org/a?b=2019 who came?", "see who came?"),
        ("<https://example.org> who came", "who came"),
        ("[this story](https://example.org/2019) says what?", "this story says what?"),
        ("[this story](<https://example.org/2019>) says what?", "this story says what?"),
        ("<@123456> who came <#55>", "who came"),
        ("is 3 > 2?", "is 3 > 2?"),
        ("https://example.org", ""),
        ("www.example.org/2019 who came?", "who came?"),
        ("[who [really] came?](https://example.org/2019)", "who [really] came?"),
        ("||who came? https://example.org/2019||", "who came?"),
        ("who <:came:2019> came <a:wave:55>?", "who came ?"),
        ("who came <t:1639526400:R> </ask:77> <id:guide>", "who came"),
        ("```\nwho came?\n```", "who came?"),
        ("```md\nwho came?\n```", "who came?"),
        ("`who` ||came|| with ~~him~~ **and** __her__?", "who came with him and her ?"),
        ("a < b and c > d", "a < b and c > d"),
    ],
)
def test_quoted_lines_addresses_and_mentions_are_no_part_of_a_message(message: str, bare: str) -> None:
    assert [line.split() for line in without_addresses(message).strip().splitlines()] == [
        line.split() for line in bare.splitlines()
    ]
