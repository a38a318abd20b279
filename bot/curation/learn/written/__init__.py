"""What was asked, and what may be learned, written for others to read: a page, a table, JSON."""
