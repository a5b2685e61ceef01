"""Moodle XML: https://docs.moodle.org/en/Moodle_XML_format. Of the formats, the one that loses least."""
