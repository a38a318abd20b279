"""All checks, in the order in which they are told."""

from collections.abc import Callable, Iterable, Iterator

from bot.cli.doctor.discord import check_discord
from bot.cli.doctor.findings import Finding, told
from bot.cli.doctor.folders import check_cache, check_data
from bot.cli.doctor.journal import check_journal
from bot.cli.doctor.knowledge import check_encoder, check_index, check_knowledge
from bot.cli.doctor.secrets import check_env_file, check_token
from bot.errors import SettingsError
from bot.settings import Settings, environment, read_settings

FIRST: tuple[Callable[[], Iterable[Finding]], ...] = (check_env_file, check_cache, check_data)
"""What is checked whatever the settings are."""
WITH_SETTINGS: tuple[Callable[[Settings], Iterable[Finding]], ...] = (
    check_token,
    check_knowledge,
    check_encoder,
    check_index,
    check_journal,
)
ONLINE: tuple[Callable[[Settings], Iterable[Finding]], ...] = (check_discord,)
"""What needs the network."""


def examine(*, offline: bool) -> Iterator[Finding]:
    """Yield every finding once, as soon as it is made; what a check cannot do is a finding too.

    Args:
        offline: whether the checks that need the network are left out.
    """
    seen: set[Finding] = set()
    for finding in _examine(offline):
        if finding not in seen:
            yield finding
        seen.add(finding)


def _examine(offline: bool) -> Iterator[Finding]:
    for check in FIRST:
        yield from told(check())
    try:
        settings = read_settings(environment())
    except SettingsError as error:
        yield from (Finding("wrong", line) for line in str(error).splitlines())
        yield Finding("note", "the other checks wait until the settings can be read")
        return
    yield Finding("ok", "the settings can be read")
    for with_settings in WITH_SETTINGS if offline else WITH_SETTINGS + ONLINE:
        yield from told(with_settings(settings))
