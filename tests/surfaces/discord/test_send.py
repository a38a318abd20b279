"""Messages on their way out: the loop is never held up, order is kept, what breaks is raised; controls hold their state."""

import asyncio
import threading

import pytest

from bot.surfaces.discord.custom_id import Topics
from bot.surfaces.discord.pages.message import Button, Message, Select
from bot.surfaces.discord.send import InFlight, view_of

_PATIENCE = 20.0


def test_a_slow_answer_does_not_hold_up_the_loop() -> None:
    async def ask() -> bool:
        in_flight, gate = InFlight(), threading.Event()
        slow = asyncio.ensure_future(in_flight.compute(gate.wait, _PATIENCE))
        await asyncio.sleep(0)
        gate.set()  # were the loop held up, this would come too late
        return await slow

    assert asyncio.run(ask())


def test_answers_are_worked_out_one_by_one_in_the_order_in_which_they_were_asked() -> None:
    async def ask() -> list[int]:
        in_flight, done = InFlight(), list[int]()
        await asyncio.gather(*(in_flight.compute(done.append, number) for number in range(50)))
        return done

    assert asyncio.run(ask()) == list(range(50))


def test_what_breaks_in_an_answer_breaks_where_it_is_awaited() -> None:
    async def ask() -> None:
        await InFlight().compute(int, "no number")

    with pytest.raises(ValueError, match="no number"):
        asyncio.run(ask())


def test_a_stop_waits_for_the_replies_under_way() -> None:
    async def stop() -> tuple[bool, str]:
        in_flight, gate, sent = InFlight(), threading.Event(), list[str]()

        async def answer() -> None:
            with in_flight.reply():
                await in_flight.compute(gate.wait, _PATIENCE)
                sent.append("a reply")

        replying = asyncio.ensure_future(answer())
        await asyncio.sleep(0)
        closing = asyncio.ensure_future(in_flight.close())
        await asyncio.sleep(0)
        assert in_flight.closed, "nothing new begins"
        gate.set()
        finished = await closing
        await replying
        return finished, sent[0]

    assert asyncio.run(stop()) == (True, "a reply")


def test_every_control_holds_its_own_state_so_that_no_view_is_kept() -> None:
    async def items() -> list[str]:
        view = view_of(Message("x", True, ((Button("Topics", Topics()),), (Select("Go", Topics(1), (("1", "One"),)),))))
        return [type(item).__name__ for item in view.children] if view else []

    assert asyncio.run(items()) == ["Pressable", "Pressable"]
