"""What is fuzzed, and how inputs are made: `python -m tests.benchmarks.fuzz` runs it for long, the tests replay what it found."""
