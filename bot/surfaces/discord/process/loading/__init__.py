"""Knowledge made ready to be served, at the start and whenever its files change."""
