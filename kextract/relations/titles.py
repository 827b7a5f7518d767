"""Titles near a name to which the person rules gave none: 독립운동가 김하늘, 김하늘 해솔전자 대표, 부총리 겸 장관."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from kextract import lexicon
from kextract.morph import Chunk, Line
from kextract.relations.scene import Scene

Span = tuple[int, int]

_BRACKET = re.compile(r"\([^()\n]{0,40}\)")
_AND = re.compile(r"[ ]?(?:겸|이자|및)[ ]")
_WITH_OFFICE = re.compile(r"\((?=[^()\n]{2,30}\))")  # 본부장(보건복지부 장관)
PERSONAL = frozenset({"씨", "군", "양", "옹", "여사", "선생", "님", "선생님"})


_NO_POST = frozenset({"kin", "honor", "suspect"})  # classes of titles: 장남, 여사, 피고인


@cache
def _titles() -> dict[str, str]:
    """Titles that are posts → flags."""
    return {title: flags for title, _, flags, *_ in lexicon.rows("persons/titles.tsv") if title not in _no_posts()}


@cache
def _no_posts() -> frozenset[str]:
    kin = {title for title, kind, *_ in lexicon.rows("persons/titles.tsv") if kind in _NO_POST}
    return lexicon.words("persons/no_posts.txt") | PERSONAL | kin


def is_title(word: str) -> bool:
    return word in _titles()


def is_post(words: str) -> bool:
    """Whether what the person rules saw beside a name is a post; titles that no list has are (산학협력단장)."""
    return words.rsplit(" ", 1)[-1] not in _no_posts()


def before(scene: Scene, start: int) -> Span | None:
    """The role word right before a name: 환경운동가 그레타 툰베리. Only words that stand before names (flag R)."""
    line, chunk = _chunk(scene, start - 2)
    if chunk is None or scene.text[start - 1 : start] != " " or chunk.end + line.offset != start - 1:
        return None
    word = line.text[chunk.start : chunk.end]
    return _span(line, chunk.start, chunk.end) if is_title(word) and "R" in _titles()[word] else None


def after(scene: Scene, place: int) -> Span | None:
    """The title behind a name, past its bracket and past one organization: 김하늘(金하늘) 해솔전자 대표이사."""
    end = _past_bracket(scene.text, scene.found[place].end)
    following = place + 1
    if following < len(scene.found) and scene.found[following].type == "organization":
        organization = scene.found[following]
        if scene.text[end : organization.start] == " ":
            end = _past_bracket(scene.text, organization.end)
    return _title_at(scene, end + 1) if scene.text[end : end + 1] == " " else None


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
