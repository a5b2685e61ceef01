"""What several question types share: lists of choices, items, rows with options, a list to put in order, dragging."""
