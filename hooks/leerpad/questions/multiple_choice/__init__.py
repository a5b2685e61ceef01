"""Several choices may be right: partial credit, or all or nothing."""
