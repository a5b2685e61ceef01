"""A number to fill in: all or nothing."""
