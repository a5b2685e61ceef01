"""The door that MkDocs opens. It finds events by their names in this module; each goes to the plugin.

No state and no logic stands here.
"""

from leerpad.hosts.mkdocs import Plugin

globals().update(Plugin().events())
