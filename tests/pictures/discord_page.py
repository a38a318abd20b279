"""A page that shows messages the way Discord does: its dark theme, its small Markdown, its buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from bot.surfaces.discord.pages.message import Button, Channels, Control, Link, Message, Select
from bot.surfaces.web.desk import discord_markdown as markdown

_STYLE = """
body { margin: 0; background: #313338; color: #dbdee1; font: 16px/1.375 "gg sans", "Noto Sans", "DejaVu Sans", sans-serif; }
main { box-sizing: border-box; width: WIDTHpx; padding: 16px; }
article { display: flex; gap: 16px; margin-bottom: 24px; }
.face { flex: none; width: 40px; height: 40px; border-radius: 50%; background: #5865f2; color: #fff; font-weight: 700;
  display: flex; align-items: center; justify-content: center; }
.said { min-width: 0; }
.asked { color: #b5bac1; font-size: 14px; margin-bottom: 2px; }
.name { color: #f2f3f5; font-weight: 500; }
.app { background: #5865f2; color: #fff; font-size: 10px; border-radius: 3px; padding: 1px 4px; margin-left: 4px; }
p, small, li, h1 { display: block; margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; min-height: 1.3em; }
small { color: #949ba4; font-size: 13px; } .dot::before { content: "• "; }
blockquote { margin: 2px 0; padding: 0 8px 0 12px; border-left: 4px solid #4e5058; border-radius: 2px; }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; }
button, select { font: 500 14px/18px inherit; font-family: inherit; color: #fff; background: #4e5058; border: 0; border-radius: 4px;
  padding: 7px 14px; max-width: 100%; text-align: left; }
button:disabled { opacity: .5; } select { background: #1e1f22; color: #dbdee1; min-width: 300px; }
.alone { color: #949ba4; font-size: 12px; margin-top: 6px; }
"""


@dataclass(frozen=True)
class Exchange:
    """What someone did, such as `/ask what treaty was renewed?`, and the message that came."""

    asked: str
    message: Message


def page(exchanges: Sequence[Exchange], width: int) -> str:
    """Return a whole page of so many pixels, without anything from elsewhere."""
    shown = "".join(_exchange(exchange) for exchange in exchanges)
    style = _STYLE.replace("WIDTH", str(width))
    return f"<!doctype html><meta charset=utf-8><title>Discord</title><style>{style}</style><main>{shown}</main>"


def _exchange(exchange: Exchange) -> str:
    message = exchange.message
    rows = "".join(f'<div class="row">{"".join(_control(control) for control in row)}</div>' for row in message.rows)
    alone = '<div class="alone">Only you can see this</div>' if message.private else ""
    return (
        f'<article><div class="face">OR</div><div class="said"><div class="asked">{escape(exchange.asked)}</div>'
        f'<span class="name">On Record</span><span class="app">APP</span>{markdown.html(message.text)}{rows}{alone}</div></article>'
    )


def _control(control: Control) -> str:
    match control:
        case Button(label, _, disabled):
            return f"<button{' disabled' if disabled else ''}>{escape(label)}</button>"
        case Link(label, _):
            return f"<button>{escape(label)} ↗</button>"
        case Channels(placeholder):
            return f"<select><option>{escape(placeholder)}</option></select>"
        case Select(placeholder, _, options):
            choices = "".join(f"<option>{escape(label)}</option>" for _, label in options)
            return f'<select title="{escape(placeholder)}"><option>{escape(placeholder)}</option>{choices}</select>'
