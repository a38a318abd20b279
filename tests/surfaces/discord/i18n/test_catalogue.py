"""The bot's languages: no text missing, unused or with a variable out of place; the reader's locale picks."""

import ast
import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from bot.surfaces.discord.i18n import catalogue as languages
from bot.surfaces.discord.i18n.catalogue import CATALOGUES, language, language_for
from tests.loopback import payloads
from tests.loopback.member import Member
from tests.loopback.server import LoopbackDiscord

CODES = sorted(path.stem for path in CATALOGUES.glob("*.ftl"))
OTHERS = [code for code in CODES if code != "en"]


class Variables(Visitor):
    """Gathers the variables of a text, those that it chooses a plural by too."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802 - Fluent's visitor names it
        self.found.add(node.id.name)


def variables(message: fluent.Message) -> set[str]:
    visitor = Variables()
    visitor.visit(message)
    return visitor.found


def catalogue(code: str) -> dict[str, set[str]]:
    resource = FluentParser().parse((CATALOGUES / f"{code}.ftl").read_text(encoding="utf-8"))
    assert not [entry for entry in resource.body if isinstance(entry, fluent.Junk)], "a text that Fluent cannot read"
    messages = [entry for entry in resource.body if isinstance(entry, fluent.Message)]
    assert len({message.id.name for message in messages}) == len(messages), "a text that stands twice"
    return {message.id.name: variables(message) for message in messages}


def said() -> dict[str, set[str] | None]:
    """Return every text that the code says, with the variables it is given; None where they come from elsewhere."""
    found: dict[str, set[str] | None] = {}
    for path in Path(languages.__file__).parent.parent.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant):
                name = getattr(call.func, "attr", getattr(call.func, "id", ""))
                if name in ("say", "translatable"):
                    given = [keyword.arg for keyword in call.keywords]
                    found[str(call.args[0].value)] = None if None in given else {str(arg) for arg in given}
    return found


def test_every_text_that_is_said_is_in_the_english_catalogue_and_every_one_there_is_said() -> None:
    assert catalogue("en").keys() == said().keys()


def test_every_text_is_given_the_variables_that_it_has() -> None:
    english = catalogue("en")
    wrong = {text: (given, english[text]) for text, given in said().items() if given is not None and given != english[text]}
    assert wrong == {}


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_has_the_texts_of_english_with_the_same_variables(code: str) -> None:
    assert catalogue(code) == catalogue("en")


def test_a_text_that_a_language_lacks_is_said_in_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en.ftl").write_text("here = Here\nthere = There\n", encoding="utf-8")
    (tmp_path / "es.ftl").write_text("here = Aquí\n", encoding="utf-8")
    monkeypatch.setattr(languages, "CATALOGUES", tmp_path)
    bundle = languages._catalogue.__wrapped__
    spanish = languages.Language("es", (bundle("es"), bundle("en")))
    assert (spanish.say("here"), spanish.say("there")) == ("Aquí", "There")


@pytest.mark.parametrize("code", CODES)
def test_the_kinds_of_reply_begin_in_different_words(code: str) -> None:
    kinds = ("did-you-mean", "closest-passage", "off-topic", "off-topic-bare", "greeting", "broken")
    beginnings = [language(code).say(kind, articles="", topics="", id="").split("**")[1] for kind in kinds]
    assert len(set(beginnings)) == len(kinds)


@pytest.mark.parametrize("code", CODES)
def test_names_and_descriptions_keep_to_discords_rules(code: str) -> None:
    for text in catalogue("en"):
        told = language(code).say(text)
        if re.fullmatch(r"(command|option)-\w+", text):
            assert re.fullmatch(r"[-_\w]{1,32}", told), told
            assert told == told.lower()
        elif re.fullmatch(r"(command|option)-\w+-does", text):
            assert 1 <= len(told) <= 100, told
        elif text.startswith("button-"):
            assert 1 <= len(told) <= 34, told
    assert 1 <= len(language(code).say("menu-ask")) <= 32


@pytest.mark.parametrize(
    ("locale", "code"),
    [
        ("en-US", "en"),
        ("zh-CN", "zh-CN"),
        ("zh-TW", "en"),
        ("ru", "ru"),
        ("es-ES", "es"),
        ("es-419", "es"),
        ("fr", "en"),
        (None, "en"),
    ],
)
def test_the_locale_picks_the_language(locale: str | None, code: str) -> None:
    assert language_for(locale).code == code


RUSSIAN = {1: "секунду", 2: "секунды", 5: "секунд", 21: "секунду"}


@pytest.mark.parametrize(("seconds", "word"), RUSSIAN.items())
def test_numbers_agree_with_their_words(seconds: int, word: str) -> None:
    assert language("ru").say("slow-down", seconds=seconds).endswith(f"{seconds} {word}.")


SPEAKERS = {
    "en-US": ("In context", "paragraph 5", ""),
    "zh-CN": ("上下文", "第 5 段", "英语"),
    "ru": ("В контексте", "абзац 5", "английский"),
    "es-ES": ("En contexto", "párrafo 5", "inglés"),
}


@pytest.mark.parametrize(("locale", "said"), SPEAKERS.items())
def test_a_reader_is_answered_in_their_language_around_the_articles_own(
    newsroom: LoopbackDiscord, locale: str, said: tuple[str, str, str]
) -> None:
    reader = Member.new(newsroom, locale=locale)
    shown = reader.ask("what treaty was renewed?")
    button, paragraph, own_language = said
    assert "> The two sides officially declared the renewal of the Treaty" in shown.text
    assert paragraph in shown.text
    assert own_language in shown.text
    assert shown.labels[0] == button
    assert paragraph[-3:] in reader.press(shown, button).text
    for what in ("topics", "article", "about"):
        assert reader.use(what).text
    assert reader.ask("anyone up for chess?").text.startswith(language_for(locale).say("off-topic", articles="", topics="")[:8])


def test_one_reader_presses_in_their_language_what_another_asked_in_theirs(newsroom: LoopbackDiscord) -> None:
    shown = Member.new(newsroom, locale="ru").ask("what treaty was renewed?")
    assert "wording" in Member.new(newsroom).press(shown, "Почему такой ответ").text


def test_commands_have_their_names_in_every_language(newsroom: LoopbackDiscord) -> None:
    [ask] = [command for command in newsroom.commands if command["name"] == "ask"]
    assert ask["name_localizations"] == {"zh-CN": "提问", "ru": "спросить", "es-ES": "preguntar", "es-419": "preguntar"}
    assert ask["options"][0]["description_localizations"]["ru"] == "Ваш вопрос, своими словами"


def test_a_message_in_a_server_is_answered_in_the_servers_language(newsroom: LoopbackDiscord) -> None:
    told = payloads.guild() | {"preferred_locale": "ru"}
    newsroom.dispatch("GUILD_UPDATE", told)
    me = payloads.user(payloads.BOT, bot=True)
    id = newsroom.say(f"<@{payloads.BOT}> anyone up for chess?", mentions=[me], author=payloads.user("8801"))
    assert newsroom.reply_to(id).text.startswith("**Не по теме.**")
    newsroom.dispatch("GUILD_UPDATE", payloads.guild() | {"preferred_locale": "en-US"})
