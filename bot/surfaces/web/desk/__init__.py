"""The desk: the curator's pages in a browser, from the same core as everything else."""

from bot.surfaces.web.desk.serving.guard import Gate
from bot.surfaces.web.desk.serving.serve import serve
from bot.surfaces.web.desk.shelf import Opened, Shelf
from bot.surfaces.web.desk.state import Desk

__all__ = ["Desk", "Gate", "Opened", "Shelf", "serve"]
