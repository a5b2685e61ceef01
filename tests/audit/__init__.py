"""`make audit`: everything that can be measured about accessibility and valid HTML, and the statement that says so."""
