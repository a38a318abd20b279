"""The texts of the bot in every language it speaks."""
