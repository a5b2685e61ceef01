"""One zip to hand over. The same commit gives the same bytes."""
