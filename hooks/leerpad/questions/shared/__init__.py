"""What several question types share, in the model, the form and the browser: lists of choices, rows with options."""
