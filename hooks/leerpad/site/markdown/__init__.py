"""Our side of Python-Markdown: directives, citations and terms become HTML. A text that takes too long is a fault."""
