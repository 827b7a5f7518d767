"""Titles near a name to which the person rules gave none: 독립운동가 김하늘, 김하늘 해솔전자 대표, 부총리 겸 장관."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from kextract.morph import Chunk, Line
from kextract.relations.occupations import is_role, is_title, says_of_what, trait
from kextract.relations.scene import Scene, line_start

Span = tuple[int, int]

_BRACKET = re.compile(r"\([^()\n]{0,40}\)|\[\d{6}\]")  # 김하늘(金하늘), 해솔전자[123456]
_AND = re.compile(r"[ ]?(?:겸|이자|및)[ ]")
_WITH_OFFICE = re.compile(r"\((?=[^()\n]{2,30}\))")  # 본부장(보건복지부 장관)
# 언론인, 정치인 김하늘; 가수 겸 배우 김하늘: a title before another one
_LISTED_BEFORE = re.compile(r"(?:(?<=[\s의'‘\"“(])|^)([가-힣A-Z]{2,10})(?:, |/|·| 겸 |이자 |이며 |이면서 | 및 )$")
_LOOK_BACK = 14  # code points that hold a title and what joins it
# 김하늘(포워드), 김하늘(金하늘, 해솔 번주)
_INSIDE = re.compile(r"\s?[(（](?:[^()\n]{1,20}, ?)?((?:[가-힣A-Z0-9]{1,8} )?[가-힣A-Z]{2,10})[)）]")
_OPENING = frozenset("(（ ")
# 시인, 가수로 불리는 김하늘; 국회부의장이던 김하늘
_CALLED = re.compile(
    r"([가-힣A-Z]{2,10}?)(?:인|[을를] (?:맡은|맡고 있는|겸하는)"
    r"|(?:으로|로) (?:불리는|알려진|잘 알려진|유명한|활동하는|활동한|활동 중인|활약한|활약하는|있는)"
    r"|(이던|이었던|였던|[을를] (?:지낸|역임한)|(?:으로|로) (?:활동했던|있던|일했던)))[ ]$"
)
_CALLED_BACK = 24
_CALLED_ENDS = frozenset({"인 ", "은 ", "는 ", "한 ", "던 ", "낸 "})
_OF_WHAT = re.compile(r"(?<![가-힣A-Za-z0-9])((?:(?<![^ ])[가-힣]+ (?=왕조|왕국|제국))?[가-힣A-Za-z0-9]+?)의?[ ]$")
_WIDEST = 18  # code points of the word before a title that belongs to it
_ACTING = frozenset({"권한대행", "직무대행", "직무대리", "예비후보"})  # 군수 권한대행
_WHOLE_TITLES = frozenset({"대표이사", "대표"})  # 대표이사 사장


def before(scene: Scene, start: int) -> Span | None:
    """The role word right before a name: 환경운동가 김하늘. Only words that stand before names."""
    if scene.text[start - 1 : start] != " ":
        return None
    line, chunk = _chunk(scene, start - 2)
    if chunk is None or chunk.end + line.offset != start - 1:
        return None
    word = line.text[chunk.start : chunk.end]
    return _span(line, chunk.start, chunk.end) if is_title(word) and is_role(word) else None


def after(scene: Scene, place: int) -> Span | None:
    """The title behind a name, past its bracket and past one organization: 김하늘(金하늘) 해솔전자 대표이사."""
    end = _past_bracket(scene.text, scene.found[place].end)
    following = place + 1
    if following < len(scene.found) and scene.found[following].type == "organization":
        organization = scene.found[following]
        if scene.text[end : organization.start] == " ":
            end = _past_bracket(scene.text, organization.end)
    return _title_at(scene, end + 1) if scene.text[end : end + 1] == " " else None


def inside(scene: Scene, place: int) -> Span | None:
    """The title that fills a name's bracket: 김하늘(포워드)."""
    end = scene.found[place].end
    bracket = _INSIDE.match(scene.text, end) if scene.text[end : end + 1] in _OPENING else None
    if bracket is None or scene.within(*bracket.span(1)) or not is_title(bracket[1].rsplit(" ", 1)[-1]):
        return None
    return bracket.span(1)


def called(scene: Scene, start: int) -> tuple[Span, str | None] | None:
    """The title of a clause before what begins at `start`, and its status: 시인으로 불리는, 국회부의장이던."""
    if scene.text[max(0, start - 2) : start] not in _CALLED_ENDS:
        return None
    first = line_start(scene.text, start, _CALLED_BACK)
    clause = _CALLED.search(scene.text[first:start])
    if clause is None or not is_title(clause[1]):
        return None
    return (first + clause.start(1), first + clause.end(1)), "former" if clause[2] else None


def listed_before(scene: Scene, start: int) -> Iterator[Span]:
    """Further titles before the one that begins at `start`: 언론인 and 시인 of 언론인, 시인 겸 정치인 김하늘."""
    while True:
        first = line_start(scene.text, start, _LOOK_BACK)
        word = _LISTED_BEFORE.search(scene.text[first:start])
        if word is None or not is_title(word[1]) or not is_role(word[1]):
            return
        span = (first + word.start(1), first + word.end(1))
        if _is_of_another(scene, span):
            return
        yield span
        start = span[0]


def _is_of_another(scene: Scene, title: Span) -> bool:
    """김하늘 감독, 배우 정다온: the title before the comma is that of the name before it."""
    earlier = scene.before(title[1])
    return earlier is not None and scene.tail(earlier) >= title[0] - 1


def behind(scene: Scene, end: int) -> Span | None:
    """The title behind an organization that ends at `end`, a 의 between left out."""
    start = end + (scene.text[end : end + 1] == "의")
    line, chunk = _chunk(scene, start + 1)
    if chunk is None or chunk.start + line.offset != start + 1:
        return None
    words = (line.text[chunk.start : stop] for stop in range(chunk.end, chunk.start, -1))
    word = next((word for word in words if is_title(word)), None)
    return _span(line, chunk.start, chunk.start + len(word)) if word else None


def further(scene: Scene, title: Span) -> tuple[Span, int | None] | None:
    """A second post behind 겸 or 이자: its title and the place of its organization, if one stands between."""
    joined = _AND.match(scene.text, title[1]) or _WITH_OFFICE.match(scene.text, title[1])
    if not joined:
        return None
    start, place = joined.end(), None
    at = bisect_left(scene.starts, start)
    if at < len(scene.found) and scene.found[at].start == start and scene.found[at].type == "organization":
        place, start = at, _past_bracket(scene.text, scene.found[at].end)
        start += scene.text[start : start + 1] == " "
    second = _title_at(scene, start)
    return (second, place) if second else None


def widened(scene: Scene, title: Span) -> Span:
    """A title with the words that say of what: 축구 선수, 프랑스 대통령, 대표이사 사장."""
    start, end = title
    start += trait(scene.text[start:end])
    words = scene.text[start:end]
    if words in _WHOLE_TITLES and scene.text[end : end + 1] == " ":
        more = _title_at(scene, end + 1)
        end = more[1] if more else end
    while True:
        first = line_start(scene.text, start, _WIDEST)
        word = _OF_WHAT.search(scene.text[first:start])
        if word is None or not _belongs(word[1], words):
            return start, end
        if " " not in word[1] and _is_named(scene, first + word.start(1), start):
            return start, end
        start = first + word.start(1)


def _belongs(word: str, title: str) -> bool:
    if word == "대표이사":  # 대표이사 부회장
        return title != word and is_title(title)
    return says_of_what(word, title) or (title in _ACTING and is_title(word))


def _is_named(scene: Scene, start: int, end: int) -> bool:
    """Whether a mention stands in the span: 국가대표팀 of 축구 국가대표팀 감독."""
    earlier = scene.before(end)
    return earlier is not None and scene.found[earlier].end > start


def _title_at(scene: Scene, start: int) -> Span | None:
    line, chunk = _chunk(scene, start)
    if chunk is None or chunk.start + line.offset != start:
        return None
    for end in (chunk.core, chunk.end):
        if is_title(line.text[chunk.start : end]):
            return _span(line, chunk.start, end)
    return None


def _past_bracket(text: str, position: int) -> int:
    bracket = _BRACKET.match(text, position)
    return bracket.end() if bracket else position


def _chunk(scene: Scene, position: int) -> tuple[Line, Chunk | None]:
    """The line at `position` and its chunk there, if any."""
    line = scene.line_at(max(position, 0))
    local = position - line.offset
    at = bisect_left(line.chunks, local + 1, key=lambda chunk: chunk.start) - 1
    chunk = line.chunks[at] if at >= 0 else None
    return line, chunk if chunk is not None and chunk.start <= local < chunk.end else None


def _span(line: Line, start: int, end: int) -> Span:
    return line.offset + start, line.offset + end
