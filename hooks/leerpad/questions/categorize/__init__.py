"""What belongs where: each item counts."""
