"""Where a reply is shown: Discord, a terminal, JSON."""
