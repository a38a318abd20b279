"""HTTP for those who watch over the bot: whether it lives, whether it is ready, and its numbers."""

from bot.surfaces.web.health import Checks
from bot.surfaces.web.metrics import Metrics
from bot.surfaces.web.server import serving

__all__ = ["Checks", "Metrics", "serving"]
