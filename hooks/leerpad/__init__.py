"""Leerpad: Markdown lessons and YAML quizzes become a static learning site.

The rooms, in the order in which they may know each other:
`source` < `locales` < `questions` < `course` < `site`. The doors are `portal.py` (MkDocs) and `cli.py` (authors).
"""
