"""Text with positions: files, YAML, front matter, directives, and the faults found in them."""
