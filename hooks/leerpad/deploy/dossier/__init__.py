"""The dossier: a folder for who buys or approves a course, made of what a machine can check and what a person wrote."""
