"""What the talk of markets says of a name: words of business around it, the move of its price."""

from __future__ import annotations

import re

from kextract.rules.organization.found import Found
from kextract.rules.organization.heads import person_shaped, unheard
from kextract.rules.organization.names import Name, latin_stop, places
from kextract.rules.organization.scan import Scan

FIRMS = frozenset("company foreign_company group startup finance bank insurance agency_entertainment lawfirm".split())
_TALK = re.compile(
    "주가|상한가|하한가|종목|코스닥|코스피|최대주주|상장|증시|거래일|목표가|증권사|시가총액|시총|영업이익|매출|순이익"
    "|거래를 마|장을 마|전장|실적|인수|매각|지분|공시|고객사|납품|수주|계열사|모회사|자회사|투자자|나스닥|뉴욕|매수"
)
TALK_WINDOW = 60  # code points on either side of a name
# what only firms do or have, and how much of it a sentence must have
_FIRMLY = re.compile(
    "상장|공모|청약|수요예측|증권신고서|예비심사|코스닥|코스피|유상증자|무상증자|전환사채|최대주주|공시|영업이익|매출|당기순|적자|흑자"
    "|수주|납품|양산|투자를 유치|투자 유치|시드|시리즈|인수|합병|지분|자회사|계열사|영업손실|법정관리|회생절차|워크아웃"
)
FIRMLY = 2
# what moves like a share and is none: 코스피, 비트코인, 브렌트유
_NO_SHARE = re.compile(
    "(?:지수|코인|리움|유|화|금리|값|선물|펀드|ETF|채|업종|달러|퓨처스|코스피|코스닥|나스닥|다우|닛케이|항셍|리플|율|률|액|량|폭|비|세|종합)$"
)
_MOVES = (
    "오른|오르|올랐|올라|내린|내렸|내려|하락|상승|급등|급락|폭등|폭락|떨어|빠졌|빠진|빠져|뛰었|뛴|뛰며|뛰어|밀린|밀렸|밀려|밀리|강세|약세"
    "|치솟|반등|뛰어올"
)
_MOVE = re.compile(
    r"(?:은|는|이|가|도|역시)(?: [^ .!?,]{1,9}){0,6}? (?:약 )?[-+]?\d{1,3}(?:\.\d{1,2})?(?:%|퍼센트)"
    r"(?:씩|가량|나|대)?(?:\([^)]*\))?(?:, .{1,60}?|(?: [^ .!?]{1,6}){0,2}?) ?"
    rf"(?:{_MOVES})"
)


def talk(scan: Scan, start: int, end: int, name_class: str) -> list[str]:
    """Whether a firm's ambiguous name moves like a share, or the words around it are those of business."""
    if name_class not in FIRMS:
        return []
    if "%" in scan.text and _TALK.search(scan.text) and _MOVE.match(scan.text, end):
        return ["price"]
    before, after = scan.text[max(0, start - TALK_WINDOW) : start], scan.text[end : end + TALK_WINDOW]
    said = set(_TALK.findall(before)) | set(_TALK.findall(after))
    return ["market"] if len(said) > 1 else []


def find(scan: Scan, found: Found) -> None:
    """Adds the shares of a line that are known by the move of their price."""
    text = scan.text
    firmly = len(set(_FIRMLY.findall(text))) >= FIRMLY
    if not firmly and ("%" not in text or not _TALK.search(text)):
        return
    known = scan.taken()
    for i in range(scan.size):
        if i in known or not (end := _topic_end(scan, i)):
            continue
        if _MOVE.match(text, end):
            _share(scan, i, end, found)
        elif firmly and _new_word(scan, i, end):
            found.emit(scan, (i, i, scan.chunks[i].start, end), "market", ["firmly"], Name("company", "", ""))


def _topic_end(scan: Scan, i: int) -> int:
    """Where the name in chunk `i` ends before the particle of a topic or subject, 0 without one; the tokenizer may see
    a verb in both (두올은)."""
    chunk = scan.chunks[i]
    if chunk.core < chunk.end:
        return chunk.core
    return chunk.end - 1 if scan.words[i][-1] in "은는이가도" and len(scan.words[i]) > 2 else 0


def _new_word(scan: Scan, i: int, end: int) -> bool:
    """Is the topic in chunk `i` one word of four letters or more that no dictionary has, in a sentence about a firm?"""
    line, chunk = scan.line, scan.chunks[i]
    core = line.text[chunk.start : end]
    if len(core) < 4 or chunk.start not in line.unknown or line.ends[chunk.first] < end or _NO_SHARE.search(core):
        return False
    if core in places() or core in scan.catalog.surfaces:
        return False
    last = scan.sentence_end(i)
    stop = scan.chunks[last - 1].end
    begin = scan.chunks[scan.sentence_start(i)].start
    return len(set(_FIRMLY.findall(line.text[begin:stop]))) >= FIRMLY


def _share(scan: Scan, i: int, end: int, found: Found) -> None:
    chunk = scan.chunks[i]
    core = scan.text[chunk.start : end]
    if len(core) < 2 or core in places() or core in latin_stop() or core.isdigit():
        return
    entry = scan.catalog.get(core)
    if entry is not None:
        if entry.flag == "C" and entry.name_class in FIRMS:
            found.emit(scan, (i, i, chunk.start, end), "market", ["ambiguous", "price"], entry)
    elif not _NO_SHARE.search(core) and not person_shaped(core) and unheard(scan, i):
        found.emit(scan, (i, i, chunk.start, end), "market", ["price"], Name("company", "", ""))
