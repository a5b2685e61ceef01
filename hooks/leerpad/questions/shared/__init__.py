"""What several question types share: a list of choices, items, a list to put in order, dragging."""
