"""What each kind of reply is shown as."""
