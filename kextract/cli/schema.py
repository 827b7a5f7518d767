"""`kextract schema`."""

from __future__ import annotations

import json
import sys


def schema() -> None:
    """Print the JSON Schema that every record satisfies."""
    from kextract.schema import SCHEMA

    json.dump(SCHEMA, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")
