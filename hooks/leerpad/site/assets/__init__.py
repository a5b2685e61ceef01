"""What a page loads: scripts and styles named after their content, and pictures without their past."""
