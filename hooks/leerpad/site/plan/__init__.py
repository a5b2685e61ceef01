"""The site as data: which pages there are, where they stand, and how they hang together. Nothing is rendered."""
