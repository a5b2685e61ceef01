"""A statement that is true or not: all or nothing."""
