"""A question to think about: never scored, kept in the learner's notes."""
