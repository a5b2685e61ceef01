"""For who writes a course: new files, a question at the end of a quiz, moves, the schema and snippets of an editor.

The only room that changes the files of an author. All of a change happens, or nothing does; nothing is overwritten.
"""
