"""`python -m tumen.cli` is `tumen`."""

import sys

from tumen.cli import main

sys.exit(main())
