"""Leerpad: Markdown lessons and YAML quizzes become a static learning site.

The rooms, in the order in which they may know each other:
`source` < `locales` < `questions` < `course` < (`advice`, `authoring`, `exchange`) < `site` < `deploy` < `hosts`.
`commands` knows all but `hosts`.
`elements` and `client` run in the browser. The doors are `portal.py` (MkDocs) and `cli.py` (authors),
or the plugin and the command `leerpad` of the package.
"""
