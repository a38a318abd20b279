"""What is kept of what happens on Discord: questions, votes, reports, servers' settings; and how a member is forgotten."""
