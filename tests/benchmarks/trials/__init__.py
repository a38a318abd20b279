"""What can go wrong while the bot is at work, each as a trial with a verdict. `tests.benchmarks.faults` runs them."""
