"""`kextract schema`."""

from __future__ import annotations

import json


def schema() -> None:
    """Print the JSON Schema that every record satisfies."""
    from kextract.output.sink import open_sink
    from kextract.schema import SCHEMA

    sink = open_sink(None)
    json.dump(SCHEMA, sink.stream, ensure_ascii=False, indent=2)
    sink.stream.write("\n")
    sink.commit()
