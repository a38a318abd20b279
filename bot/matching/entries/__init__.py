"""What the texts of an entry say: its wordings, what stands behind it, and the names in them."""
