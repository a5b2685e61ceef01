"""While an author writes: a build that fails becomes a page that says why, and the server goes on."""
