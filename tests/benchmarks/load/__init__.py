"""A bot process on one core of its own, and members who ask it at a steady rate over the loopback Discord."""
