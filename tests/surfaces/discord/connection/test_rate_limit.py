"""Cooldowns: what is refused costs nothing."""

from bot.surfaces.discord.connection.rate_limit import CHANNEL_ASKS, USER_ASKS, USER_COMPLETIONS, WINDOW, Cooldown

BUSY, QUIET = 1, 2
EAGER = 7


def test_a_question_that_the_channel_refuses_does_not_cost_the_asker_one() -> None:
    cooldown = Cooldown()
    assert not any(cooldown.wait(100 + asked, BUSY) for asked in range(CHANNEL_ASKS))
    assert all(0 < cooldown.wait(EAGER, BUSY) <= WINDOW for _ in range(USER_ASKS))
    assert not any(cooldown.wait(EAGER, QUIET) for _ in range(USER_ASKS))
    assert cooldown.wait(EAGER, QUIET)


def test_a_question_that_the_asker_has_not_left_does_not_cost_the_channel_one() -> None:
    cooldown = Cooldown()
    assert sum(not cooldown.wait(EAGER, BUSY) for _ in range(CHANNEL_ASKS)) == USER_ASKS
    assert not any(cooldown.wait(100 + asked, BUSY) for asked in range(CHANNEL_ASKS - USER_ASKS))


def test_completions_are_counted_by_themselves() -> None:
    cooldown = Cooldown()
    assert sum(cooldown.completes(EAGER) for _ in range(USER_COMPLETIONS + 9)) == USER_COMPLETIONS
    assert not cooldown.wait(EAGER, BUSY)
