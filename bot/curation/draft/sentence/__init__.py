"""A sentence as far as rules can read it: its clauses, the facts they hold, who is meant, who says what."""
