"""What belongs together: each pair counts."""
