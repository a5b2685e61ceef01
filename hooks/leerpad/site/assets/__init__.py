"""What a page loads: scripts and styles named after their content, and images without their metadata."""
