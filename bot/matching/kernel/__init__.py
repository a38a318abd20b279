"""How alike two texts are: by their words, by their meaning, less what their structure takes off; and who wins by it."""
