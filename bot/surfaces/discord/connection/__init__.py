"""The line to Discord: where it is, the list of commands, limits."""
