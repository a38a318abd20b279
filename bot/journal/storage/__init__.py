"""The database itself: its tables, how it is opened, and how work is done there."""
