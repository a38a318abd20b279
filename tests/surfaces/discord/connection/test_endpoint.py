"""The line to Discord, through the real process: lost connections are taken up again, on the server they were on."""

from tests.loopback.member import Member
from tests.loopback.server import LoopbackDiscord

TREATY = "The two sides officially declared the renewal of the Treaty of Good-neighborliness and Friendly Cooperation"


def test_a_cut_connection_is_resumed_on_the_same_server_and_nothing_is_lost(writer: Member, newsroom: LoopbackDiscord) -> None:
    identifies, resumes = newsroom.identifies, newsroom.resumes
    newsroom.cut(4000)
    id = writer.write("what treaty was renewed?")
    newsroom.wait_until(lambda: newsroom.resumes == resumes + 1)
    assert TREATY in newsroom.reply_to(id).text
    assert newsroom.identifies == identifies


def test_an_invalid_session_is_identified_anew_on_the_same_server(writer: Member, newsroom: LoopbackDiscord) -> None:
    identifies = newsroom.identifies
    newsroom.send_op(9, False)  # discord.py then waits five seconds, as Discord asks
    newsroom.wait_until(lambda: newsroom.identifies == identifies + 1)
    assert TREATY in newsroom.reply_to(writer.write("what treaty was renewed?")).text
