"""What the tests of this course share: the course itself, and the states in which it meets learners."""
