"""``python -m govreport`` is the command line."""

from govreport.cli import main

main()
