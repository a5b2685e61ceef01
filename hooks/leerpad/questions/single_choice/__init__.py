"""One choice is right: all or nothing."""
