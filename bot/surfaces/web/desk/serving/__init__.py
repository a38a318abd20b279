"""The desk as a web application: its routes, who is let in, and how it is started and stopped."""
