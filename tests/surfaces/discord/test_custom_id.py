"""Custom ids: whatever a button asks for is read back, whatever else comes is no failure."""

from hypothesis import given
from hypothesis import strategies as st

from bot.surfaces.discord.custom_id import Action, Choose, InContext, Read, Related, Topics, Why, decode, encode

words = st.text(st.characters(codec="utf-8"), max_size=40)
actions = st.one_of(
    st.builds(InContext, st.just("b31b69a9"), st.just("1-2.3-4"), st.integers(0, 9), st.sampled_from(["", "on", "back"])),
    st.builds(Related, st.just("an-entry")),
    st.builds(Why, st.just("an-entry"), words),
    st.builds(Choose, st.integers(0, 2**64), st.just("an-entry")),
    st.builds(Topics, st.integers(0, 999), st.sampled_from(["", "on", "back"])),
    st.builds(Read, st.just("b31b69a9"), st.integers(0, 999), st.just("on")),
)


@given(action=actions)
def test_every_action_is_read_back_from_its_custom_id(action: Action) -> None:
    assert decode(encode(action)) == action


@given(text=st.text(max_size=100))
def test_a_strange_custom_id_is_never_a_failure(text: str) -> None:
    action = decode(text)
    assert action is None or encode(action).partition(":")[0] == text.partition(":")[0]
