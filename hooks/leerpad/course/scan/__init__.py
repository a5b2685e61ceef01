"""A scan: its statements and bands, its rules, and the conditions of its profiles. Conditions are never run as code."""
