"""`python -m bienban`."""

import sys

from bienban.cli import main

sys.exit(main())
