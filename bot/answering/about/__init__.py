"""What the bot says about itself, and small talk: a file a language."""
