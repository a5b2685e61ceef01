"""What becomes of a built site: put in its place, ready for any server, readable without a network, packed in a zip."""
