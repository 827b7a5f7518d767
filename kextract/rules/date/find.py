"""From a line to date candidates: which groups of pieces stand as mentions, and what stands around them."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from dataclasses import replace

from kextract.model import Candidate
from kextract.morph import Line
from kextract.rules.date import compose, patterns, scan
from kextract.rules.date.compose import Group
from kextract.rules.date.expressions import Length, Moment, Said

_ZONE = re.compile(
    r" ?\((?:이하 ?)?((?:현지|한국|미국|일본|중국|유럽|그리니치|동부|서부)[가-힣 ]{0,6}?(?:시간|시각))\)"
    r"| ?\(?((?i:GMT|UTC|KST|CET|EST|EDT|PST|PDT|JST))(?![A-Za-z])"
)
_ZONE_BEFORE = re.compile(r"((?:현지|한국|미국|일본|중국|동부|서부)[가-힣 ]{0,6}?(?:시간|시각)) ?$")
_JOINED = re.compile(r" ?(?:[,·ㆍ및]|과|와|이나|나|에 이어|혹은|또는) ?")
_NEVER_ALONE = frozenset({"ampm", "toward", "outside", "era", "section", "same_day", "now", "edge_day"})
_TERM = re.compile(r"(?:징역|금고|실형|집행유예|구류)(?:형)? ?(?:최대 |각각 )?$")
_PARTICLE_BETWEEN = re.compile("부터|에서")
_MATCH_CLOCK = re.compile(r"(?<![가-힣])(?:연장 )?[전후]반(?:전)? ?$")  # 전반 14분
_PER_DAY = re.compile(r" ?(?:[0-9,]+ ?(?:식|회|번|끼|정|캡슐|차례|잔|교대|만 |인)|평균|권장|최대|생산)")
_NOT_HOURS = re.compile(r" ?(?:로|으로)? ?(?:승|패|무승부|제압|꺾|이겼|졌|이기|역전)")
_NEW_YEAR = re.compile(r" ?(?:명절|당일|선물|차례|귀성|대목|민심|을 앞|을 맞|을 쇠|특집|전후|이후|직전|직후)")
# words that are something else more often than a date, with what has to follow them
_NEEDED = {
    "설": _NEW_YEAR,
    "신정": re.compile(r" ?(?:연휴|에|을 앞|을 맞)"),
    "한밤": re.compile(r"에"),
}
_UNIT_NEXT = re.compile(
    r" ?(?:미국 |홍콩 |캐나다 |호주 )?(?:달러|원|명|개|유로|엔|위안|만|억|여|포인트|선|대|건|가구|km|㎞|m)"
)


def find(line: Line) -> list[Candidate]:
    """The date candidates of a line, in order."""
    if patterns.gate().search(line.text) is None:
        return []
    groups = compose.groups(line)
    found: list[Candidate] = []
    at = 0
    while at < len(groups):
        first = groups[at]
        last = groups[at + 1] if at + 1 < len(groups) else None
        ranged: list[Candidate] = []
        backwards = False
        if last is not None and compose.is_range(line.text, first, last):
            ranged = _range(line, first, last)
            backwards = not ranged
        if ranged:
            found += ranged
            at += 2
            continue
        candidate = _single(line, first, not backwards)
        at += 1
        if candidate is not None:
            found.append(candidate)
    _mark_lists(line.text, line.offset, found)
    return found


def _candidate(line: Line, start: int, end: int, rule: str, score: float, said: Said) -> Candidate:
    return Candidate("date", line.offset + start, line.offset + end, f"date.{rule}", score, said)


def _range(line: Line, first: Group, last: Group) -> list[Candidate]:
    """Two dates as one range: one mention for 17일~19일; for 3월 5일부터 4월 2일까지 two, as no particle stands inside
    a mention, the first with the value of the whole range."""
    if first.kinds[0] == "outside" or not (_stands(line, last, True) and _stands(line, first, True)):
        return []
    left, right = first.moment(), last.moment()
    if _backwards(left, right) or not (_possible(left) and _possible(right)):
        return []
    score = max(first.score, last.score) + 0.5
    tense = _tense(line, last.end) if left.year is None and left.toward is None and _may_move(left) else 0
    said = Said(first=left, last=right, tense=tense, **_around(line, first.start, last))  # type: ignore[arg-type]
    gap = line.text[first.end : last.start]
    if not _PARTICLE_BETWEEN.search(gap):
        return [_candidate(line, first.start, last.end, "range", score, said)]
    end = replace(said, end_only=True)
    return [
        _candidate(line, first.start, first.end, "range", score, said),
        _candidate(line, last.start, last.end, "range_end", score, end),
    ]


def _backwards(left: Moment, right: Moment) -> bool:
    """9월 5일부터 9월 3일까지: no range."""
    if right.year is not None and left.year is not None and right.year < left.year:
        return True
    if left.month is not None and left.month == right.month and left.day is not None and right.day is not None:
        return right.year is None and 0 < right.day < left.day
    if left.month is None and right.month is None and left.day is not None and right.day is not None:
        return 0 < right.day < left.day and left.month_shift is None and right.month_shift is None
    return False


def _around(line: Line, start: int, group: Group) -> dict[str, object]:
    """What the text says about the mention from outside it."""
    text, end = line.text, group.end
    zone = _ZONE.match(text, end) or _ZONE_BEFORE.search(text, max(0, start - 12), start)
    before = text[:start].rstrip()
    return {
        "zone": group.zone or (zone[zone.lastindex or 0] if zone else None),
        "stated_weekday": group.stated_weekday,
        "header": not before and not text[end:].strip(" ."),
        "bracket": _in_bracket(before),
    }


def _in_bracket(before: str) -> bool:
    """(한국 시각 1월 18일), not after a bracket that has closed."""
    near = before[-40:]
    return near.rfind("(") > near.rfind(")") or near.endswith("[")


def _single(line: Line, group: Group, opens: bool = True) -> Candidate | None:
    if group.kinds == ["month"] and _TERM.search(line.text, 0, group.start):
        group.length, group.core = Length(months=group.said["month"]), group.end
    if group.length is not None and group.shift is None:
        return _length(line, group)
    if not _stands(line, group, False):
        return None
    moment = group.moment()
    if not _possible(moment):
        return None
    start, end = group.start, group.end
    if group.kinds[0] == "outside":
        return None
    after = line.text[end : end + 3].lstrip()
    plain = not moment.has_time and not group.every
    partial = moment.year is None and moment.toward is None and moment.shift is None
    said = Said(
        first=moment,
        every=group.every,
        opens=plain and opens and after.startswith("부터"),
        closes=plain and after.startswith("까지"),
        tense=_tense(line, end) if partial and _may_move(moment) else 0,
        after_noun=group.kinds[0] in ("length", "word_length") and _after_noun(line, start),
        **_around(line, start, group),  # type: ignore[arg-type]
    )
    return _candidate(line, start, end, _rule(group), group.score, said)


def _may_move(moment: Moment) -> bool:
    return moment.day is not None or moment.month is not None


def _tense(line: Line, end: int) -> int:
    """The tense of the first verb after the mention: -1 for 열렸다 and 열린, 1 for 열릴 예정, 열린다; 0 unclear."""
    at = bisect_left(line.starts, end)
    for token in range(at, min(at + 12, len(line.starts))):
        tag, form = line.tags[token], line.text[line.starts[token] : line.ends[token]]
        if tag == "EP":
            return 0 if form.endswith(("시", "으시")) else (1 if form.endswith("겠") else -1)
        if tag == "ETM" and form:
            coda = (ord(form[-1]) - 0xAC00) % 28 if "가" <= form[-1] <= "힣" else 0
            return {8: 1, 4: -1 if form[-1] != "는" else 0}.get(coda, 0)  # ㄹ, ㄴ
        if tag == "EF" and form.endswith("다"):
            return 1
    return 0


def _rule(group: Group) -> str:
    if group.every:
        return "recurring"
    if group.shift is not None:
        return "shifted"
    said = group.said
    if "years" in said:
        return "era"
    if "holiday" in said:
        return "holiday"
    if "year" in said and "day" in said:
        return "full"
    if any(name.endswith(("_shift", "_link")) or name == "toward" for name in said):
        return "relative"
    if "hour" in said and not ({"day", "month", "weekday"} & said.keys()):
        return "time"
    return "partial"


def _after_noun(line: Line, start: int) -> bool:
    """개막 3일 전, 받은 지 2주 뒤: an event stands right before the step."""
    head = line.text[:start].rstrip()
    if not head or head.endswith((",", ".", "(", "“", '"', "‘", "'", "약", "앞으로")):
        return False
    tags = [tag for end, tag in zip(line.ends, line.tags, strict=True) if end == len(head)]
    return bool(tags) and tags[-1] in ("NNG", "NNP", "NNB", "XSN", "ETN", "SN")


def _length(line: Line, group: Group) -> Candidate | None:
    length = group.length
    assert length is not None
    text, end = line.text, group.end
    if group.after in ("만", "새", "연속"):
        end = group.core
    if group.after in ("이내", "내", "안") and group.score < 2:
        return None
    core = text[group.start : group.core]
    if core.endswith("분") and re.match(r"의 ?[0-9일이삼사]", text[group.core :]):
        return None
    if group.kinds[0] == "word_length" and core == "하루" and re.match(r" ?(?:빨리|아침|종일)", text[end:]):
        return None
    if core.endswith("주") and (re.match(r" ?(?:당|씩 배|를 매|를 보유)", text[end:]) or "주식" in text[:end][-12:]):
        return None
    if group.kinds[0] == "length" and _no_length(line, group, core):
        return None
    start = group.start
    if core.endswith("분") and (half := _MATCH_CLOCK.search(text, 0, start)):
        start = half.start()
    said = Said(
        length=length,
        shortest=group.shortest,
        toward=group.outside if group.outside is not None else (0 if group.after in ("이내", "내", "안") else None),
        anniversary=group.kinds[0] == "anniversary",
        after_noun=_after_noun(line, group.start),
        **_around(line, group.start, group),  # type: ignore[arg-type]
    )
    rule = "anniversary" if said.anniversary else "duration"
    return _candidate(line, start, end, rule, group.score, said)


def _no_length(line: Line, group: Group, core: str) -> bool:
    """24시간 편의점, 전반 14분, 18세 1개월: no length of time that tells when."""
    before = line.text[max(0, group.start - 4) : group.start].rstrip()
    if core == "24시간":
        return not group.after and group.outside is None
    return before.endswith("세")


def _stands(line: Line, group: Group, ranged: bool) -> bool:
    """Whether a group may be a mention at all, given its neighbours."""
    kinds, text, end = group.kinds, line.text, group.end
    if len(kinds) == 1 and kinds[0] in _NEVER_ALONE and not (ranged and kinds[0] == "now"):
        return False
    if kinds == ["toward", "section"] or kinds[-1] in ("toward", "era"):
        return False
    if kinds[-1] == "day" and text[end : end + 1] in ("제", "장", "차", "치", "권"):
        return False  # 4일제, 5일장, 2일차
    if len(kinds) > 1:
        return not (kinds[-1] == "day" and _PER_DAY.match(text, end) and kinds[0] == "day")
    kind = kinds[0]
    if kind == "part" and text[end : end + 1] in ("을", "를"):
        return False  # 밤을 줍고 아침을 먹는다
    if kind == "holiday" and text[end : end + 1] in ("제", "트", "섬"):
        return False  # 단오제, 크리스마스트리
    if kind == "day":
        return not (group.said["day"] == 1 and _PER_DAY.match(text, end))
    if kind == "bare_year":
        return ranged or _bare_year_stands(line, group)
    if kind == "year_two":
        return ranged or (text[group.start] in "'’‘" and text[end - 1] == "년")
    if kind in ("slash", "dot_day") and group.stated_weekday is not None:
        return True
    if kind == "dot_day":
        return ranged
    if kind == "slash":
        return ranged or not text[end:].strip() or bool(re.match(r"에(?!서)|부터|까지|\(", text[end:]))
    if kind in ("colon",):
        return not _NOT_HOURS.match(text, end)
    if kind == "sino_day":
        return group.end - group.start > 2 and scan.tag_at(line, group.start) == "NR"
    if kind == "sino_month":
        return scan.tag_at(line, group.start) in ("NR", "NNG") and text[group.start : end] not in ("이월", "일월")
    if kind == "native_clock":
        return "minute" in group.said or bool(re.match(r" ?(?:에|부터|까지|쯤|께|경|정각)", text[end:]))
    needed = _NEEDED.get(text[group.start : end])
    if needed is not None:
        return not text[end:].strip() or bool(needed.match(text, end))
    if kind == "span_word" and text[group.start : end] in ("주중", "평일", "연중"):
        return not re.match(r" ?(?:한국|미국|대사|미군)", text[end:])
    if kind == "week_word":
        return _week_word_stands(line, group)
    if kind == "year_ol":
        return len(text[group.start : end]) > 1
    return True


def _week_word_stands(line: Line, group: Group) -> bool:
    word, after = line.text[group.start : group.end], line.text[group.end :]
    if word.startswith("전"):
        return bool(re.match(r" ?(?:대비|보다|에 비해|말)", after))
    if word.startswith("차"):
        return bool(re.match(r" ?(?:에|까지|부터|중)(?![가-힣])", after))
    return True


def _bare_year_stands(line: Line, group: Group) -> bool:
    """'1994', 2018 겨울 대회, (2001): a year without 년."""
    text, start, end = line.text, group.start, group.end
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and before not in " '‘\"“(〈《[":
        return False
    if before and before in "'‘\"“(〈《[":
        return after in (" ", ")", "'", "’", "”", "]")
    follows = re.match(r" ([가-힣A-Za-z]{2,})", text[end:])
    if after and after in "'’”)":
        return True
    if not follows:
        return not text.strip(" ")[4:] and group.said["year"] < 2000
    if re.match(r" (?:세대|여성|남성|청년|고객|소비자)", text[end:]):
        return False  # 2030 세대: people in their twenties and thirties
    tag = scan.tag_at(line, end + 1)
    return tag in ("NNG", "NNP", "SL") and not _UNIT_NEXT.match(text, end)


def _possible(moment: Moment) -> bool:
    """No 13월, 32일, 2월 30일, 25시."""
    month, day = moment.month, moment.day
    if month is not None and not 1 <= month <= 12:
        return False
    if moment.month_last is not None and not (moment.month or 0) < moment.month_last <= 13:
        return False
    if moment.hour is not None and (moment.hour > 24 or (moment.minute or 0) > 59):
        return False
    for number in (day, moment.day_last):
        if number is None or number == -1:
            continue
        if not 1 <= number <= 31 or (month is not None and number > _longest(month, moment)):
            return False
    return True


def _longest(month: int, moment: Moment) -> int:
    if moment.lunar:
        return 30
    if month == 2 and moment.year is not None:
        leap = moment.year % 4 == 0 and (moment.year % 100 != 0 or moment.year % 400 == 0)
        return 29 if leap else 28
    return {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)


def _mark_lists(text: str, offset: int, found: list[Candidate]) -> None:
    """15일과 18일: the second day takes month and year from the first."""
    for before, after in itertools.pairwise(found):
        gap = text[before.end - offset : after.start - offset]
        if _JOINED.fullmatch(gap):
            after.facts = replace(after.facts, joined=True)
        length = after.facts.length
        if gap == "부터 " and before.facts.opens and length is not None and not after.facts.anniversary:
            before.facts = replace(before.facts, opens=False, lasting=length)
