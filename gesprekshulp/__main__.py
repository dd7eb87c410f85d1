"""`python -m gesprekshulp`."""

import sys

from gesprekshulp.app import main

sys.exit(main())
