"""The pages: each takes a request and fills in a template with what the core gives."""
