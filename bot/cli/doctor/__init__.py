"""The operator's check-up: what is wrong with this installation, and how to mend it.

A check is a function that yields findings; `bot.cli.doctor.examination` lists them.
"""

from bot.cli.doctor.examination import examine
from bot.cli.doctor.findings import Finding
from bot.cli.doctor.show import show

__all__ = ["Finding", "examine", "show"]
