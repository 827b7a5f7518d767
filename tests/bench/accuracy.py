"""Precision, recall and F1 on annotated sentences: `python -m tests.bench.accuracy GOLD.jsonl`.

GOLD holds a JSON object a line: {"text": …, "entities": [{"start": …, "end": …, "label": …}]}, offsets in code points,
labels as in KLUE-NER: PER or PS, ORG or OG, DATE or DT, TIME or TI, MONEY (others are left out). A date and the time of
day beside it count as one. Prints exact and overlap figures, asserts nothing.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from kextract import Extractor

LABELS = {
    "PER": "person",
    "PS": "person",
    "ORG": "organization",
    "OG": "organization",
    "DATE": "date",
    "DT": "date",
    "TIME": "date",
    "TI": "date",
    "MONEY": "money",
}
TYPES = ("person", "organization", "date", "money")
Spans = dict[str, set[tuple[int, int]]]


def gold_spans(record: dict[str, Any]) -> Spans:
    """The annotated spans by type; neighbouring dates and times with only blanks between are joined."""
    spans: dict[str, list[tuple[int, int]]] = {type: [] for type in TYPES}
    before = ""
    for entity in sorted(record["entities"], key=lambda entity: entity["start"]):
        type = LABELS.get(entity["label"])
        if type is None:
            continue
        known = spans[type]
        kinds = {before[:1], entity["label"][:1]}
        before = entity["label"]
        if kinds == {"D", "T"} and known and not record["text"][known[-1][1] : entity["start"]].strip():
            known[-1] = (known[-1][0], entity["end"])
        else:
            known.append((entity["start"], entity["end"]))
    return {type: set(found) for type, found in spans.items()}


def found_spans(extractor: Extractor, text: str) -> Spans:
    spans: Spans = {type: set() for type in TYPES}
    for mention in extractor.extract(text).mentions:
        spans[mention.type].add((mention.start, mention.end))
    return spans


def overlaps(span: tuple[int, int], others: set[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def measure(records: list[dict[str, Any]]) -> dict[str, Counter[str]]:
    """Counts by type: gold, found, right, and of both sides those that overlap the other."""
    extractor = Extractor()
    counts: dict[str, Counter[str]] = {type: Counter() for type in TYPES}
    for record in records:
        gold, found = gold_spans(record), found_spans(extractor, record["text"])
        for type, count in counts.items():
            count["gold"] += len(gold[type])
            count["found"] += len(found[type])
            count["right"] += len(gold[type] & found[type])
            count["found overlapping"] += sum(overlaps(span, gold[type]) for span in found[type])
            count["gold overlapping"] += sum(overlaps(span, found[type]) for span in gold[type])
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    lines = parser.parse_args().gold.read_text("utf-8").splitlines()
    counts = measure([json.loads(line) for line in lines if line.strip()])
    print(f"{'':14}{'precision':>10}{'recall':>8}{'F1':>8}{'overlap F1':>12}{'gold':>7}")
    for type, count in counts.items():
        found, gold = max(1, count["found"]), max(1, count["gold"])
        precision, recall = count["right"] / found, count["right"] / gold
        overlap = f1(count["found overlapping"] / found, count["gold overlapping"] / gold)
        print(f"{type:14}{precision:10.3f}{recall:8.3f}{f1(precision, recall):8.3f}{overlap:12.3f}{count['gold']:7}")


if __name__ == "__main__":
    main()
