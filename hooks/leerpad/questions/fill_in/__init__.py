"""A text with gaps to fill in: points per gap."""
