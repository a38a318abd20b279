"""What is offered where no answer is given: the nearest passages, questions that may be meant, topics."""
