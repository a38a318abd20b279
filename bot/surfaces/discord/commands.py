"""The slash commands and the command in a message's menu."""

from collections.abc import Callable, Coroutine
from typing import Any, Protocol

import discord
from discord import app_commands

from bot.surfaces.discord.autocomplete import Choice
from bot.surfaces.discord.connection.rate_limit import Cooldown
from bot.surfaces.discord.controller import Controller
from bot.surfaces.discord.i18n.catalogue import Language
from bot.surfaces.discord.i18n.translator import translatable
from bot.surfaces.discord.keeping.forget import forget_command
from bot.surfaces.discord.keeping.kept import Kept, Occasion
from bot.surfaces.discord.keeping.settings import settings_command
from bot.surfaces.discord.messages.questions import text_of
from bot.surfaces.discord.pages.message import Audience, Message, Reader
from bot.surfaces.discord.send import InFlight, Interaction, notify, respond
from bot.surfaces.discord.serving import Serving

QUESTION = 6000  # characters a question may have (Discord's own limit for an option)
Command = app_commands.Command[Any, ..., None]
Choices = list[app_commands.Choice[str]]


class Bot(Protocol):
    """What the commands need of the bot."""

    @property
    def controller(self) -> Controller:
        """Gives the messages."""

    @property
    def serving(self) -> Serving:
        """Exchanges what gives the messages."""

    @property
    def in_flight(self) -> InFlight:
        """Works them out and counts what is under way."""

    @property
    def cooldown(self) -> Cooldown:
        """Counts who asks how often."""

    @property
    def kept(self) -> Kept:
        """Keeps what is asked, and knows what was chosen for servers."""

    @property
    def application(self) -> discord.AppInfo | None:
        """What Discord knows of the bot, once it has been asked."""


def add_commands(tree: app_commands.CommandTree[Any], bot: Bot) -> None:
    """Give a tree all the commands of a bot."""
    for command in (_ask(bot), _topics(bot), _article(bot), _about(bot), _knowledge(bot)):
        tree.add_command(command)
    tree.add_command(forget_command(bot.serving, bot.in_flight, bot.kept))
    if bot.kept.journal.keeps:
        tree.add_command(settings_command(bot.in_flight, bot.kept))
    tree.add_command(_ask_about_message(bot))


async def _answer(bot: Bot, interaction: Interaction, question: str, article: str, private: bool, surface: str) -> None:
    """Answer a question, or say how long to wait before asking again."""
    occasion = Occasion(surface, interaction.guild_id, interaction.user.id)
    language, server = await _language(bot, interaction), await bot.kept.server(interaction.guild_id)
    wait = bot.cooldown.wait(interaction.user.id, interaction.channel_id) or await bot.kept.wait(interaction.user.id)
    if wait:
        await notify(interaction, language.say("slow-down", seconds=wait))
        return
    audience = Audience.ASKER if private or server.private else Audience.EVERYONE_IF_SURE
    reader = Reader(interaction.user.id, language, audience)
    shown = await bot.in_flight.compute(bot.controller.ask, question, reader, article)
    bot.kept.record(shown.decision, occasion)
    await respond(interaction, shown)


def _ask(bot: Bot) -> Command:
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
        with bot.in_flight.reply():
            await _answer(bot, interaction, question, article, private, "slash")

    @ask.autocomplete("question")
    async def complete(interaction: Interaction, typed: str) -> Choices:
        """Offer known questions; to one who types faster than anybody can, those that are offered for nothing typed."""
        read = typed if bot.cooldown.completes(interaction.user.id) else ""
        complete_question = bot.controller.autocomplete.questions
        return _choices(await bot.in_flight.compute(complete_question, read, interaction.namespace.article or ""))

    ask.autocomplete("article")(_article_completion(bot))
    return ask


def _ask_about_message(bot: Bot) -> app_commands.ContextMenu:
    async def ask_the_article(interaction: Interaction, message: discord.Message) -> None:
        """Answer what a message says."""
        with bot.in_flight.reply():
            if text := text_of(message).strip():
                await _answer(bot, interaction, text, article="", private=False, surface="menu")
            else:
                await notify(interaction, (await _language(bot, interaction)).say("no-text"))

    return app_commands.ContextMenu(name=translatable("menu-ask"), callback=ask_the_article)


def _topics(bot: Bot) -> Command:
    @app_commands.command(name=translatable("command-topics"), description=translatable("command-topics-does"))
    async def topics(interaction: Interaction) -> None:
        """Show what can be asked."""
        await _show(bot, interaction, lambda language: bot.controller.topics(language))

    return topics


def _article(bot: Bot) -> Command:
    @app_commands.command(name=translatable("command-article"), description=translatable("command-article-does"))
    @app_commands.rename(article=translatable("option-article"))
    @app_commands.describe(article=translatable("option-article-does"))
    async def read(interaction: Interaction, article: str = "") -> None:
        """Show an article."""
        await _show(bot, interaction, lambda language: bot.controller.article(language, article))

    read.autocomplete("article")(_article_completion(bot))
    return read


def _about(bot: Bot) -> Command:
    @app_commands.command(name=translatable("command-about"), description=translatable("command-about-does"))
    async def about(interaction: Interaction) -> None:
        """Show what the bot is and keeps."""
        await _show(bot, interaction, lambda language: bot.controller.about(language))

    return about


def _knowledge(bot: Bot) -> app_commands.Group:
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
        if await _by_owner(bot, interaction):
            await _show(bot, interaction, lambda language: _status(bot, language))

    @group.command(name=translatable("command-reload"), description=translatable("command-reload-does"))
    async def reload(interaction: Interaction) -> None:
        """Load the knowledge anew for an owner, and show what is loaded then."""
        if await _by_owner(bot, interaction):
            await interaction.response.defer(ephemeral=True, thinking=True)
            await bot.serving.reload()
            await interaction.edit_original_response(content=_status(bot, await _language(bot, interaction)).text)

    return group


async def _by_owner(bot: Bot, interaction: Interaction) -> bool:
    """Return whether an owner of the bot uses a command; anyone else is told that it is not for them."""
    owner = interaction.user.id in _owners(bot.application)
    if not owner:
        await notify(interaction, (await _language(bot, interaction)).say("owners-only"))
    return owner


def _status(bot: Bot, language: Language) -> Message:
    return bot.controller.status(language, bot.serving.refused)


async def _show(bot: Bot, interaction: Interaction, page: Callable[[Language], Message]) -> None:
    with bot.in_flight.reply():
        language = await _language(bot, interaction)
        await respond(interaction, await bot.in_flight.compute(page, language))


def _owners(application: discord.AppInfo | None) -> set[int]:
    """Return the ids of the bot's owner, or of its team's owner and of the members who may change the bot."""
    if application is None:
        return set()
    if application.team is None:
        return {application.owner.id}
    roles = (discord.TeamMemberRole.admin, discord.TeamMemberRole.developer)
    members = {member.id for member in application.team.members if member.role in roles}
    return members | ({application.team.owner_id} if application.team.owner_id else set())


def _article_completion(bot: Bot) -> Callable[[Interaction, str], Coroutine[Any, Any, Choices]]:
    async def complete(_: Interaction, typed: str) -> Choices:
        """Offer the articles there are."""
        return _choices(bot.controller.autocomplete.articles(typed))

    return complete


def _choices(found: list[Choice]) -> Choices:
    return [app_commands.Choice(name=name, value=value) for name, value in found]


async def _language(bot: Bot, interaction: Interaction) -> Language:
    return await bot.kept.language(interaction.guild_id, interaction.locale)
