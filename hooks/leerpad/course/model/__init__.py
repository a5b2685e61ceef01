"""What a course is, as data: levels, lessons, quizzes, terms, sources, and which file says what. Reads no disk."""
