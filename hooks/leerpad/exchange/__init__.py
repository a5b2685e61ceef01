"""Question banks, in and out: GIFT, Moodle XML and QTI; Aiken and spreadsheets only in.

Knows the course and its question types, but no pages. Every format is a folder with `write.py` and `read.py` between
a file and the neutral questions of `leerpad.questions.neutral`. Whatever a format can't carry is reported: on the way
out as a `Loss`, on the way in as a `Note` with its place in the foreign file.
"""

FORMATS = {"gift": ".gift", "moodle": ".xml", "qti3": ".zip", "qti22": ".zip"}
"""The formats that can be written, each with the ending of its file. `leerpad.exchange.export` has their writers."""
