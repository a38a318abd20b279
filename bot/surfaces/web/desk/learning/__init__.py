"""What was asked and what may be learned from it, as the desk's pages show and gather it."""
