"""`python -m kextract`."""

from kextract.cli import main

main()
