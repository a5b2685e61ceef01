"""What several question types share: a list of choices, in the model, the form and the browser."""
