"""Where courts, prosecutors and police abroad have their say: 플로리다주 브로워드 카운티 법원, 맨해튼 연방 법원."""

from __future__ import annotations

from kextract.rules.organization.names import foreign_places, regions
from kextract.rules.organization.scan import Scan

CLASSES = frozenset(["court", "prosecution", "police", "gov", "foreign_government", "fire", "council"])
# what stands between the place and the court
KINDS = frozenset("연방 순회 특별 고등 지방 동부 서부 남부 북부 중부 중앙".split())
LEVELS = frozenset(["주", "시", "카운티"])
LETTERS = frozenset(["LA", "NY", "CA", "SF", "DC", "TX", "워싱턴DC"])


def jurisdiction(scan: Scan, i: int) -> int:
    """The first chunk of a place abroad that ends before chunk `i`, with its country; `i` if there is none."""
    k, first = i, i
    while k and scan.gaps[k] == " " and scan.bare(k - 1):
        word = scan.words[k - 1]
        if word in LEVELS and k > 1 and scan.gaps[k - 1] == " " and _has_level(scan, k - 2, word):
            k = first = k - 2
        elif _is_place(word) and (scan.begins_proper(k - 1) or word.isascii()):
            k = first = k - 1
        elif word in KINDS:
            k -= 1
        else:
            break
    if first < i and scan.after_country(first):
        return first - 1
    return first


def _has_level(scan: Scan, k: int, level: str) -> bool:
    """텍사스 주; 해리스 카운티, whose counties no list has"""
    return (scan.begins_proper(k) or scan.words[k].isascii()) and (level == "카운티" or _is_place(scan.words[k]))


def _is_place(word: str) -> bool:
    """텍사스, 텍사스주, LA, 해리스카운티"""
    if word in regions():
        return False
    stem = word.removesuffix("카운티")
    if stem != word:
        return len(stem) > 1
    town = word[:-1] if word[-1] in "주시" else word
    return word in foreign_places() or town in foreign_places() or town in LETTERS
