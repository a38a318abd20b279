"""English as far as questions are made of sentences and of other questions: verbs and their forms."""
