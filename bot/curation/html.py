"""Self-contained pages for a browser: a template that lies beside the code, filled in and escaped."""

from importlib.resources import files
from typing import Any

import jinja2
from markupsafe import Markup


def render(package: str, template: str, **values: Any) -> str:
    """Return a page as HTML; every value is escaped, and one that the template needs and is not given is an error.

    Args:
        package: the package that holds the template.
        template: the template's file name.
        values: what the template shows; for all of them there are `counted`, and `style`, the pages' common one.
    """
    source = files(package).joinpath(template).read_text(encoding="utf-8")
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined)
    environment.globals["counted"] = counted
    environment.globals["style"] = Markup(files("bot.curation").joinpath("report.css").read_text(encoding="utf-8"))
    return environment.from_string(source).render(**values)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: 1 error, 2 errors."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
