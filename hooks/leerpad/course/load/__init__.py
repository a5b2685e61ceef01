"""From files to a course. Every fault goes into the report; what can be read is read. Nothing is written."""
