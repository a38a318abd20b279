"""What those who may manage a server choose for it, through the real process."""

from dataclasses import replace

from tests.loopback import payloads
from tests.loopback.member import Member
from tests.surfaces.discord.keeping.journalled import Journalled

QUESTION = "who opened the bridge?"
OPENED = "The mayor opened the new bridge"
LANGUAGE, AUDIENCE = "Choose the language of replies", "Choose who sees answers"
NOT_A_MANAGER = str(int(payloads.PLAIN_PERMISSIONS) & ~(1 << 5))
ME = payloads.user(payloads.BOT, bot=True)


def test_a_server_chooses_the_language_of_replies(keeping: Journalled) -> None:
    process = keeping.run()
    manager, reader = Member.new(keeping.discord), Member.new(keeping.discord)
    page = manager.use("settings")
    assert page.private
    assert "Language of replies: each reader's own" in page.text
    manager.choose(page, LANGUAGE, "Spanish")
    assert page.text.startswith("**Ajustes de este servidor**\nIdioma de las respuestas: español")
    answer = reader.ask(QUESTION)
    assert answer.labels[0] == "En contexto"
    assert reader.press(answer, "Útil").text.startswith("Gracias.")
    assert "**Qué se guarda**" in reader.use("about").text
    guest = Member(keeping.discord, keeping.discord.next_id())
    said = keeping.discord.reply_to(guest.write(f"<@{payloads.BOT}> anyone up for chess?", mentions=[ME]))
    assert said.text.startswith("**Fuera de tema.**")
    assert Member.new(keeping.discord, payloads.DIRECT).ask(QUESTION).labels[0] == "In context", "elsewhere nothing changes"
    manager.choose(page, "Elige el idioma de las respuestas", "el de cada lector")
    assert reader.ask(QUESTION).labels[0] == "In context"
    assert process.stop()[0] == 0


def test_a_server_shows_answers_to_the_asker_alone(keeping: Journalled) -> None:
    process = keeping.run()
    manager, reader = Member.new(keeping.discord), Member.new(keeping.discord)
    assert not reader.ask(QUESTION).private
    page = manager.use("settings")
    manager.choose(page, AUDIENCE, "shown to the asker alone")
    assert "Answers to commands: shown to the asker alone" in page.text
    assert reader.ask(QUESTION).private
    assert reader.use_on("Ask the article", QUESTION).private
    assert process.stop()[0] == 0


def test_mentions_are_answered_in_the_channels_that_a_server_chose(keeping: Journalled) -> None:
    process = keeping.run()
    manager = Member.new(keeping.discord)
    guest = Member(keeping.discord, keeping.discord.next_id())
    page = manager.use("settings")
    manager.choose_channels(page, "555", "556")
    assert "Mentions are answered: <#555>, <#556>" in page.text
    left_alone = guest.write(f"<@{payloads.BOT}> {QUESTION}", mentions=[ME])
    writer = Member.new(keeping.discord, payloads.DIRECT)
    assert OPENED in keeping.discord.reply_to(writer.write(QUESTION)).text
    assert not keeping.discord.replies_to(left_alone)
    manager.choose_channels(page, payloads.CHANNEL)
    assert OPENED in keeping.discord.reply_to(guest.write(f"<@{payloads.BOT}> {QUESTION}", mentions=[ME])).text
    manager.choose_channels(page)
    assert "Mentions are answered: in every channel" in page.text
    assert OPENED in keeping.discord.reply_to(guest.write(f"<@{payloads.BOT}> {QUESTION}", mentions=[ME])).text
    assert process.stop()[0] == 0


def test_settings_outlive_a_restart(keeping: Journalled) -> None:
    first = keeping.run()
    member = Member.new(keeping.discord)
    member.choose(member.use("settings"), LANGUAGE, "Russian")
    assert first.stop()[0] == 0
    second = keeping.run()
    second.wait_for_log("Ready as")
    assert member.ask(QUESTION).labels[0] == "В контексте"
    assert second.stop()[0] == 0


def test_only_those_who_may_manage_the_server_choose(keeping: Journalled) -> None:
    process = keeping.run()
    manager = Member.new(keeping.discord)
    page = manager.use("settings")
    plain = replace(manager, permissions=NOT_A_MANAGER)
    assert plain.use("settings").text == "This is for those who may manage this server."
    refusal = plain.choose(page, LANGUAGE, "Russian")
    assert refusal.text == "This is for those who may manage this server."
    assert "each reader's own" in page.text
    assert process.stop()[0] == 0


def test_without_a_journal_there_are_no_settings_to_choose(keeping: Journalled) -> None:
    process = keeping.run(JOURNAL_URL="off")
    assert "settings" not in {command["name"] for command in keeping.discord.commands}
    assert process.stop()[0] == 0
