"""The bot, with two seconds of patience where it has minutes. `python -m tests.loopback.impatient`"""

import sys
from functools import partialmethod

from bot.cli import main
from bot.surfaces.discord.process.gateway import Gateway

if __name__ == "__main__":
    Gateway.until_dead = partialmethod(Gateway.until_dead, 2.0, 0.1)  # type: ignore[assignment]
    sys.argv.append("run")
    main()
