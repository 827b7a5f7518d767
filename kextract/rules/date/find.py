"""From a line to date candidates: which groups of pieces stand as mentions, and what stands around them."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from kextract.model import Candidate
from kextract.morph import Line
from kextract.rules.date import compose, gate, stands
from kextract.rules.date.compose import Group
from kextract.rules.date.expressions import Length, Moment, Said

_ZONE = re.compile(
    r" ?\((?:이하 ?)?((?:현지|한국|미국|일본|중국|유럽|그리니치|동부|서부)[가-힣 ]{0,6}?(?:시간|시각))\)"
    r"| ?\(?((?i:GMT|UTC|KST|CET|EST|EDT|PST|PDT|JST))(?![A-Za-z])"
)
_ZONE_BEFORE = re.compile(r"((?:현지|한국|미국|일본|중국|동부|서부)[가-힣 ]{0,6}?(?:시간|시각)) ?$")
_JOINED = re.compile(r" ?(?:[,·ㆍ및]|과|와|이나|나|에 이어|혹은|또는) ?")
_BORN = ("생", "일생", " 태어", " 출생")  # a birthday dates nothing else
_COMING = frozenset({"계획", "예정", "전망", "목표", "방침", "예상", "공약"})  # 하반기 채용 계획을 내놨다
_TERM = re.compile(r"(?:징역|금고|실형|집행유예|구류)(?:형)? ?(?:최대 |각각 )?$")
_PARTICLE_BETWEEN = re.compile("부터|에서")
_MATCH_CLOCK = re.compile(r"(?<![가-힣])(?:연장 )?[전후]반(?:전)? ?$")  # 전반 14분


def find(line: Line) -> list[Candidate]:
    """The date candidates of a line, in order."""
    if gate.gate().search(line.text) is None:
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
    if first.kinds[0] == "outside" or not (
        stands.stands(line, last, ranged=True) and stands.stands(line, first, ranged=True)
    ):
        return []
    left, right = first.moment(), last.moment()
    if left.is_time_of_day and not right.has_time:
        return []  # 오전부터 2023년
    if _backwards(left, right) or not (stands.possible(left) and stands.possible(right)):
        return []
    score = max(first.score, last.score) + 0.5
    tense = _verb(line, last.end, left) if left.toward is None else None
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
        "bracket": _in_bracket(before) or text.startswith(_BORN, end),
    }


def _in_bracket(before: str) -> bool:
    """(한국 시각 1월 18일), not after a bracket that has closed."""
    near = before[-40:]
    return near.rfind("(") > near.rfind(")") or near.endswith("[")


def _single(line: Line, group: Group, opens: bool = True) -> Candidate | None:
    if group.kinds == ["month"] and _TERM.search(line.text, max(0, group.start - 12), group.start):
        group.length, group.core = Length(months=group.said["month"]), group.end
    if group.length is not None and group.shift is None:
        return _length(line, group)
    if not stands.stands(line, group):
        return None
    moment = group.moment()
    if not stands.possible(moment):
        return None
    start, end = group.start, group.end
    if group.kinds[0] == "outside":
        return None
    after = line.text[end : end + 3].lstrip()
    plain = not moment.has_time and not group.every
    said = Said(
        first=moment,
        every=group.every,
        opens=plain and opens and after.startswith("부터"),
        closes=plain and after.startswith("까지"),
        tense=_verb(line, end, moment) if moment.toward is None and moment.shift is None else None,
        after_noun=group.kinds[0] in ("length", "word_length") and _after_noun(line, start),
        **_around(line, start, group),  # type: ignore[arg-type]
    )
    return _candidate(line, start, end, _rule(group), group.score, said)


def _may_move(moment: Moment) -> bool:
    said = (moment.day, moment.month, moment.quarters, moment.half, moment.season)
    return any(value is not None for value in said)


def _verb(line: Line, end: int, moment: Moment) -> Callable[[], int] | None:
    """What asks for the tense of the verb that decides where `moment` lies; None where none does."""
    return partial(_tense, line, end) if moment.year is None and _may_move(moment) else None


def _tense(line: Line, end: int) -> int:
    """The tense of the first verb after the mention: -1 for 열렸다 and 열린, 1 for 열릴 예정, 열린다; 0 unclear."""
    at = bisect_left(line.starts, end)
    for token in range(at, min(at + 12, len(line.starts))):
        tag, form = line.tags[token], line.text[line.starts[token] : line.ends[token]]
        if tag == "NNG" and form in _COMING:
            return 1
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
    if core.endswith("분") and (half := _MATCH_CLOCK.search(text, max(0, start - 8), start)):
        start = half.start()
    toward = group.outside if group.outside is not None else (0 if group.after in ("이내", "내", "안") else None)
    said = Said(
        length=length,
        shortest=group.shortest,
        toward=toward,
        anniversary=group.kinds[0] == "anniversary",
        after_noun=toward == 0 and _after_noun(line, group.start),
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


def _mark_lists(text: str, offset: int, found: list[Candidate]) -> None:
    """15일과 18일: the second day takes month and year from the first."""
    for before, after in itertools.pairwise(found):
        gap = text[before.end - offset : after.start - offset]
        if _JOINED.fullmatch(gap):
            after.facts = replace(after.facts, joined=True)
        length = after.facts.length
        if gap == "부터 " and before.facts.opens and length is not None and not after.facts.anniversary:
            before.facts = replace(before.facts, opens=False, lasting=length)
