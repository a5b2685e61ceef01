"""What a course is: settings, levels, lessons and quizzes; loading them, and checking them across files."""
