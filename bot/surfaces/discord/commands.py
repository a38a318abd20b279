"""The slash commands and the command in a message's menu."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.surfaces.discord.audience import Audience, Reader
from bot.surfaces.discord.i18n.catalogue import Language, language_for
from bot.surfaces.discord.i18n.translator import translatable
from bot.surfaces.discord.pages.message import Message
from bot.surfaces.discord.send import Interaction, respond, tell

if TYPE_CHECKING:
    from bot.surfaces.discord.client import OnRecordClient

QUESTION = 6000  # characters a question may have (Discord's own limit for an option)
Command = app_commands.Command[Any, ..., None]
Choices = list[app_commands.Choice[str]]


def add_commands(client: "OnRecordClient") -> None:
    """Give the client's tree all its commands."""
    for command in (_ask(client), _topics(client), _article(client), _about(client), _knowledge(client)):
        client.tree.add_command(command)
    client.tree.add_command(_ask_about_message(client))


async def _answer(client: "OnRecordClient", interaction: Interaction, question: str, article: str, private: bool) -> None:
    """Answer a question, or say how long to wait before asking again."""
    language = _language(interaction)
    wait = client.cooldown.wait(interaction.user.id, interaction.channel_id)
    if wait:
        await tell(interaction, language.say("slow-down", seconds=wait))
        return
    audience = Audience.ASKER if private else Audience.EVERYONE_IF_SURE
    await respond(interaction, client.desk.ask(question, Reader(interaction.user.id, language, audience), article))


def _ask(client: "OnRecordClient") -> Command:
    @app_commands.command(name=translatable("command-ask"), description=translatable("command-ask-does"))
    @app_commands.rename(
        question=translatable("option-question"),
        article=translatable("option-article"),
        private=translatable("option-private"),
    )
    @app_commands.describe(
        question=translatable("option-question-does"),
        article=translatable("option-article-does"),
        private=translatable("option-private-does"),
    )
    async def ask(
        interaction: Interaction, question: app_commands.Range[str, 1, QUESTION], article: str = "", private: bool = False
    ) -> None:
        """Answer a question."""
        with client.replying.one():
            await _answer(client, interaction, question, article, private)

    @ask.autocomplete("question")
    async def complete(interaction: Interaction, typed: str) -> Choices:
        """Offer known questions."""
        return _choices(client.desk.complete(typed, interaction.namespace.article or ""))

    ask.autocomplete("article")(_article_completion(client))
    return ask


def _ask_about_message(client: "OnRecordClient") -> app_commands.ContextMenu:
    async def ask_the_article(interaction: Interaction, message: discord.Message) -> None:
        """Answer what a message says."""
        with client.replying.one():
            if message.content.strip():
                await _answer(client, interaction, message.content, article="", private=False)
            else:
                await tell(interaction, _language(interaction).say("no-text"))

    return app_commands.ContextMenu(name=translatable("menu-ask"), callback=ask_the_article)


def _topics(client: "OnRecordClient") -> Command:
    @app_commands.command(name=translatable("command-topics"), description=translatable("command-topics-does"))
    async def topics(interaction: Interaction) -> None:
        """Show what can be asked."""
        await _show(client, interaction, client.desk.topics(_language(interaction)))

    return topics


def _article(client: "OnRecordClient") -> Command:
    @app_commands.command(name=translatable("command-article"), description=translatable("command-article-does"))
    @app_commands.rename(article=translatable("option-article"))
    @app_commands.describe(article=translatable("option-article-does"))
    async def read(interaction: Interaction, article: str = "") -> None:
        """Show an article."""
        await _show(client, interaction, client.desk.article(_language(interaction), article))

    read.autocomplete("article")(_article_completion(client))
    return read


def _about(client: "OnRecordClient") -> Command:
    @app_commands.command(name=translatable("command-about"), description=translatable("command-about-does"))
    async def about(interaction: Interaction) -> None:
        """Show what the bot is and keeps."""
        await _show(client, interaction, client.desk.about(_language(interaction)))

    return about


def _knowledge(client: "OnRecordClient") -> app_commands.Group:
    """Return the owners' commands. Servers show them to administrators alone, and only the bot's owners are answered."""
    group = app_commands.Group(
        name=translatable("command-knowledge"),
        description=translatable("command-knowledge-does"),
        default_permissions=discord.Permissions(administrator=True),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    )

    @group.command(name=translatable("command-status"), description=translatable("command-status-does"))
    async def status(interaction: Interaction) -> None:
        """Show what is loaded, to owners."""
        language = _language(interaction)
        if interaction.user.id in _owners(client.application):
            await _show(client, interaction, client.desk.status(language))
        else:
            await tell(interaction, language.say("owners-only"))

    return group


async def _show(client: "OnRecordClient", interaction: Interaction, message: Message) -> None:
    with client.replying.one():
        await respond(interaction, message)


def _owners(application: discord.AppInfo | None) -> set[int]:
    """Return the ids of the bot's owner, or of its team's owner and of the members who may change the bot."""
    if application is None:
        return set()
    if application.team is None:
        return {application.owner.id}
    roles = (discord.TeamMemberRole.admin, discord.TeamMemberRole.developer)
    members = {member.id for member in application.team.members if member.role in roles}
    return members | ({application.team.owner_id} if application.team.owner_id else set())


def _article_completion(client: "OnRecordClient") -> Any:
    async def complete(_: Interaction, typed: str) -> Choices:
        """Offer the articles there are."""
        return _choices(client.desk.complete_article(typed))

    return complete


def _choices(found: list[tuple[str, str]]) -> Choices:
    return [app_commands.Choice(name=name, value=value) for name, value in found]


def _language(interaction: Interaction) -> Language:
    return language_for(interaction.locale)
