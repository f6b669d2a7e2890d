"""`python -m mentorlog`."""

import sys

from mentorlog.cli import main

sys.exit(main())
