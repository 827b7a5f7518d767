"""Who a dispatch or a picture is from: 바그다드=AP 연합뉴스, [로이터=뉴스1], <연합>."""

from __future__ import annotations

import re

from kextract.rules.organization.found import Found
from kextract.rules.organization.heads import person_shaped, unheard
from kextract.rules.organization.names import Name, places
from kextract.rules.organization.scan import Scan

WIRES = frozenset(
    """
    AP AFP EPA UPI dpa DPA ANSA TASS PA 로이터 신화 타스 교도 지지 이타르타스 스푸트니크 게티 게티이미지 게티이미지뱅크
    연합 연합뉴스 뉴시스 뉴스1 뉴스원 한경 블룸버그 AP통신 AFP통신 로이터통신 신화통신 교도통신 EPA통신 타스통신
    """.split()
)
TIES = ("=", "/", "·", "ⓒ", "©")
OPENING, CLOSING = ("<", "[", "(", "【", "〈"), (">", "]", ")", "】", "〉")


# 사진=누리담 제공, (누리담 제공), 사진제공=누리담; readers and people give pictures, too
_GIVER = re.compile(
    r"(?:(?:^|[(\[<「/=|▲©ⓒ:] ?)([가-힣A-Za-z0-9&·]{2,20}) 제공(?=[\])>」.,|\s]|$)"
    r"|(?:사진|자료|이미지|그래픽|영상) ?제공 ?[=:] ?([가-힣A-Za-z0-9&·]{2,20})(?=[\])>」.,|]|$))"
)
NO_GIVERS = tuple("독자 본인 시민 유족 유가족 가족 연구팀 작가 소속사 업체 제보자 주민 측 기자".split())


def givers(scan: Scan, found: Found) -> None:
    """Adds the unknown bodies that pictures are from."""
    starts = scan.beginning()
    for credit in _GIVER.finditer(scan.text):
        group = 1 if credit[1] else 2
        i, giver = starts.get(credit.start(group)), credit[group]
        if i is None or giver.endswith(NO_GIVERS) or person_shaped(giver) or giver in places() or not unheard(scan, i):
            continue
        found.emit(scan, (i, i, *credit.span(group)), "byline", ["byline"], Name("", "", giver))


def find(scan: Scan, found: Found) -> None:
    """Adds the agencies of the line that nothing else in it shows."""
    known = {i for i, _, _ in scan.spans}
    for i, word in enumerate(scan.words):
        if word in WIRES and i not in known and _credited(scan, i):
            chunk = scan.chunks[i]
            found.emit(scan, (i, i, chunk.start, chunk.end), "credit", ["byline"], Name("media", "", ""))


def _credited(scan: Scan, i: int) -> bool:
    """Does chunk `i` stand where credits do: after =, between brackets, tied to another agency?"""
    before, after = scan.gaps[i].rstrip()[-1:], scan.gaps[i + 1].lstrip()[:1]
    last = i + 1 == scan.size
    if before in OPENING and after in CLOSING:
        return True
    if before in ("=", "ⓒ", "©"):
        return bool(after) or last or scan.words[i + 1] in WIRES
    if after == "=" and not last and scan.words[i + 1] in WIRES:
        return True  # (카불 AP=연합뉴스)
    if before not in TIES and before not in OPENING:
        return after == "=" and not scan.gaps[i]
    beside = (not last and scan.words[i + 1] in WIRES) or (i > 0 and scan.words[i - 1] in WIRES)
    return beside or after == "="
