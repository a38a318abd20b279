"""On Record: answers questions about an article, each answer approved by a person and quoted word for word."""

__version__ = "0.2.0"
