"""Messages that ask the bot, and the replies that follow them."""
