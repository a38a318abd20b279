"""The migrations, the first to the last."""
