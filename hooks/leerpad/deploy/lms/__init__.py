"""The course as a package for a learning system: SCORM 1.2, SCORM 2004 and cmi5.

A package is the built site with one page more, the shell (`client/`), and a manifest. The shell keeps the session with
the learning system; the course runs in a frame inside it, and knows of it only that another keeps its texts.
"""

from leerpad.source.where import LMS

__all__ = ["DELIVERY", "LEVEL", "LMS", "SHARED", "SHELL"]

SHELL = "leerpad.html"
"""The launch page of a package."""

DELIVERY = "LEERPAD_DELIVERY"
"""The variable of the environment that tells a build for what it is: a delivery of `source/where.py`."""

LEVEL = "LEERPAD_LEVEL"
"""The variable that tells such a build which level alone it is of; without it, it is of all."""

SHARED = "LEERPAD_SHARED"
"""The variable that tells such a build that nothing stays on the device, which others use too; without it, it does."""
