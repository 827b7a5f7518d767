"""The command line."""

from __future__ import annotations


def main() -> None:
    """Entry point of the console script."""
    import json
    import sys
    from pathlib import Path

    from kextract.extractor import Extractor

    arguments = sys.argv[1:]
    date_key, date = "date", None
    for i, word in enumerate(arguments):
        if word == "--date":
            date = arguments[i + 1]
    extractor = Extractor()
    path = Path(arguments[-1])
    if "--input" in arguments:
        records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    else:
        records = [{"id": str(path), "text": path.read_text("utf-8")}]
    for record in records:
        result = extractor.extract(record["text"], id=record["id"], date=record.get(date_key) or date)
        print(json.dumps(result.to_record(), ensure_ascii=False, default=float))
