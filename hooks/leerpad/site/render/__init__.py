"""The HTML of everything that isn't plain Markdown: quizzes, scans, what stands around a lesson, pages for learners."""
