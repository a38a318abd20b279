"""The Discord surface: slash commands, direct messages, mentions and replies."""
