"""Whose turn it is, where works wait for each other."""

import asyncio

from bot.surfaces.web.desk.entries.turns import Turns


async def ran(keys: str) -> list[tuple[int, bool]]:
    """Return in which order works of these keys ran that all came while the first was under way, and which were wanted."""
    turns, done = Turns(), list[tuple[int, bool]]()
    first_may_end = asyncio.Event()

    async def work(number: int, key: str) -> None:
        async with turns.of(key) as wanted:
            done.append((number, wanted))
            if number == 0:
                await first_may_end.wait()

    works = [asyncio.create_task(work(number, key)) for number, key in enumerate(keys)]
    while not done:
        await asyncio.sleep(0)
    await asyncio.sleep(0)
    first_may_end.set()
    await asyncio.gather(*works)
    return done


def test_of_the_works_that_wait_for_the_same_only_the_newest_is_wanted() -> None:
    assert asyncio.run(ran("aaab")) == [(0, True), (1, False), (2, True), (3, True)]


def test_works_of_other_forms_do_not_take_each_others_turn() -> None:
    assert asyncio.run(ran("ab")) == [(0, True), (1, True)]
