"""Things to put in the right order: points for what stands in order, or all or nothing."""
