"""What a user could pick instead, on the same text: time, and how much is found.

Runs in a Python of its own, which need not have kextract: texts as a JSON array on standard input, a JSON object of
figures on standard output. A peer that is not installed is named as such.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import Any

Find = Callable[[str], list[Any]]

_WANTED = {
    "python-mecab-ko: people by dictionary": "python-mecab-ko",
    "ko-pii: people": "ko-pii",
    "korean-datetime: dates": "korean-datetime",
    "dateparser: dates": "dateparser",
    "Duckling: dates and money": "pyduckling-native-phihos",
}


def _mecab() -> Find:
    tagger = import_module("mecab").MeCab()
    return lambda text: [m for m in tagger.parse(text) if m.feature.semantic == "인명"]


def _ko_pii() -> Find:
    ko_pii = import_module("ko_pii")
    return lambda text: [found for found in ko_pii.detect_all(text) if "PERSON" in str(found.label).upper()]


def _korean_datetime() -> Find:
    parse_all, now = import_module("korean_datetime").parse_all, datetime(2024, 1, 18, 10, 50)
    return lambda text: list(parse_all(text, now=now))


def _dateparser() -> Find:
    search_dates = import_module("dateparser.search").search_dates
    return lambda text: search_dates(text, languages=["ko"]) or []


def _duckling() -> Find:
    duckling = import_module("duckling")
    duckling.init()
    zones = duckling.load_time_zones("/usr/share/zoneinfo")
    now = duckling.parse_ref_time(zones, "Asia/Seoul", 1_705_542_600)
    locale = duckling.parse_locale("KO_XX", duckling.default_locale_lang(duckling.parse_lang("KO")))
    context = duckling.Context(now, locale)
    dimensions = duckling.parse_dimensions(["time", "duration", "amount-of-money"])

    def find(text: str) -> list[Any]:
        found: list[Any] = json.loads(duckling.parse_text(text, context, dimensions, False))
        return found

    return find


_PEERS = dict(zip(_WANTED, (_mecab, _ko_pii, _korean_datetime, _dateparser, _duckling), strict=True))


def main() -> None:
    texts: list[str] = json.load(sys.stdin)
    figures: dict[str, float | str] = {}
    for name, peer in _PEERS.items():
        try:
            find = peer()
            find(texts[0])
        except ImportError:
            figures[name] = f"not installed: pip install {_WANTED[name]}"
            continue
        except Exception as error:  # whatever a peer does, the others are run
            figures[name] = f"does not run: {type(error).__name__}: {error}"
            continue
        began, count = time.process_time(), 0
        for text in texts:
            for line in text.split("\n"):
                count += len(find(line))
        seconds = time.process_time() - began
        figures[f"{name}, thousand characters a second"] = sum(map(len, texts)) / seconds / 1000
        figures[f"{name}, found"] = float(count)
    json.dump(figures, sys.stdout, ensure_ascii=False)


def measure(texts: list[str], python: str) -> dict[str, float | str]:
    """The peers that `python` has, and kextract in the same terms."""
    from kextract import Extractor

    whole, some = Extractor(), Extractor(["date", "money"])
    some.analyzer = whole.analyzer
    figures: dict[str, float | str] = {}
    for name, extractor in (("kextract", whole), ("kextract -t date,money", some)):
        found = dict.fromkeys(sorted(extractor.types), 0.0)
        extractor.extract(texts[0])
        began = time.process_time()
        for text in texts:
            for mention in extractor.extract(text).mentions:
                found[mention.type] += 1
        seconds = time.process_time() - began
        figures[f"{name}, thousand characters a second"] = sum(map(len, texts)) / seconds / 1000
        figures |= {f"{name}: {type}, found": count for type, count in found.items()}
    run = subprocess.run([python, __file__], input=json.dumps(texts), stdout=subprocess.PIPE, text=True, check=True)
    others: dict[str, float | str] = json.loads(run.stdout)
    return figures | others


if __name__ == "__main__":
    main()
