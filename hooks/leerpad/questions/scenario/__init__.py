"""A branching conversation: each choice has its consequence, and there is more than one ending."""
