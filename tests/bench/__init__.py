"""`make bench`: how long builds and pages take, beside plain Markdown and beside another quiz plugin."""
