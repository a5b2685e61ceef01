"""The same commands where the folder of `leerpad` isn't on the path: `python -m leerpad …`."""

import sys

from leerpad.commands import main

sys.exit(main())
