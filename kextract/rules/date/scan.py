"""One pass over a line: the pieces of dates in it, each checked against Kiwi's tokens."""

from __future__ import annotations

import re
from bisect import bisect_left

from kextract.morph import Line
from kextract.rules.date import patterns, read_lengths
from kextract.rules.date import piece as levels
from kextract.rules.date.patterns import Pattern
from kextract.rules.date.piece import Piece

_NUMBER_RUN = re.compile(r"[0-9]+(?:[.,:/\-][0-9]+)*")
_DIGIT_RUN = re.compile("['’‘]?[0-9]+")
_NOMINAL = frozenset({"NNG", "NNP", "NNB", "NR", "MM", "MAG", "SN", "XPN", "NP", "XSN", "SH"})
# words that other words look like: 봄 is also 보다, 매년 stands alone
_CHECKED = frozenset(
    "part season section holiday year_ol week_word week month_word sino_month span_word day_word day_part year_word "
    "day_link month_link every".split()
)
# the tags of 전, 뒤, 동안 … after a length: 9일 전했다 and 17일 전국 are others
_AFTER_TAGS = frozenset({"NNG", "NNB", "XSN", "JX", "NNP"})
_LOOSE = frozenset({"weekday", "nth", "now", "native_clock"})  # Kiwi reads 금욜까지 and 세시반 its own way
_SIDES = frozenset("./:_$#€£¥₩+%&=@")
_DIGITS = frozenset("0123456789")


def pieces(line: Line) -> list[Piece]:
    """Every piece of the line, none overlapping, in order."""
    text = line.text
    search = patterns.gate().search
    found: list[Piece] = []
    position, size = 0, len(text)
    while position < size:
        hit = search(text, position)
        if hit is None:
            break
        at = hit.start()
        last = found[-1].end if found else -1
        number = text[at] in _DIGITS or text[at] in "'’‘"
        piece = _number(line, at, last) if number else _word(line, at, last)
        if piece is not None:
            found.append(piece)
            position = piece.end
        elif text[at] in _DIGITS:
            run = _NUMBER_RUN.match(text, at)
            position = run.end() if run else at + 1
        else:
            position = at + 1
    return found


def tag_at(line: Line, start: int) -> str:
    """The tag of the token that begins at `start`, '' where none does."""
    at = bisect_left(line.starts, start)
    return line.tags[at] if at < len(line.starts) and line.starts[at] == start else ""


def _token_end(line: Line, start: int) -> int:
    at = bisect_left(line.starts, start)
    return line.ends[at] if at < len(line.starts) and line.starts[at] == start else -1


def _runs_on(line: Line, end: int) -> bool:
    """Whether a unit is but the beginning of a longer word."""
    return end < len(line.text) and "가" <= line.text[end] <= "힣" and end not in line.boundaries


def _number(line: Line, at: int, last: int) -> Piece | None:
    text = line.text
    ranged = at == last + 1 and text[at - 1] in "~∼〜-–"  # 14:00~16:00
    if at > last and not ranged and not _free(text, at):
        return None
    for pattern in _may_match(text, at):
        match = pattern.regex.match(text, at)
        piece = _placed(line, pattern.reader(match), match) if match else None
        if piece is not None:
            return piece
    return None


def _may_match(text: str, at: int) -> tuple[Pattern, ...]:
    """The number patterns that can match at `at`, by the letter behind the digits: of 17명 none, of 17일 few."""
    digits = _DIGIT_RUN.match(text, at)
    end = digits.end() if digits else at
    letter = text[end : end + 1]
    if letter == " ":
        letter = text[end + 1 : end + 2]
    table = patterns.numbers_by_follow()
    return table.get(letter) or table[""]


def _free(text: str, at: int) -> bool:
    """Whether a number may begin at `at`: not inside a longer number, a word of Latin letters, or 제3조."""
    if at == 0:
        return True
    before = text[at - 1]
    if before.isascii() and (before.isalnum() or before in _SIDES):
        return before == "." and at > 1 and not text[at - 2].isascii()
    if before in ",-~" and at > 1 and text[at - 2].isascii() and text[at - 2].isalnum():
        return False
    stem = text[max(0, at - 3) : at].rstrip()
    return not (stem.endswith("제") and not stem.endswith(("어제", "그제")))


def _placed(line: Line, piece: Piece | None, match: re.Match[str]) -> Piece | None:
    """The piece with its place; a length loses a following word that is no word of its own."""
    if piece is None:
        return None
    piece.start, piece.end = match.start(), match.end()
    if piece.kind == "clock" and line.text[piece.end - 1] == "시" and _runs_on(line, piece.end):
        return None  # 12시리즈, 1시민
    if piece.length is None:
        return piece
    if piece.after:
        start = piece.end - len(piece.after)
        glued = piece.after == "있다가" or (piece.after in ("간", "째", "동안") and piece.end in line.boundaries)
        if not glued and (_token_end(line, start) != piece.end or tag_at(line, start) not in _AFTER_TAGS):
            piece.after = ""
    if not piece.after:
        piece.end = piece.core
        if piece.kind == "length" and _runs_on(line, piece.end):
            return None  # 2분법
        if piece.kind == "length" and read_lengths.is_bare_day(piece.length):
            return None
    return piece


def _word(line: Line, at: int, last: int) -> Piece | None:
    if at != last and at not in line.boundaries:
        return None
    for pattern in patterns.words_by_head().get(line.text[at], ()):
        match = pattern.regex.match(line.text, at)
        piece = _placed(line, pattern.reader(match), match) if match else None
        if piece is not None and _stands(line, piece, last):
            return piece
    return None


def _glued(line: Line, piece: Piece) -> bool:
    """Whether the word is the first part of a compound: 내일신문, 여름철새, 정오표."""
    end = piece.end
    word = line.text[piece.start : end]
    if piece.kind not in ("day_word", "season") and word not in ("정오", "자정"):
        return False
    if tag_at(line, end) not in ("NNG", "NNP") or line.text[end] in "밤저아오새낮":
        return False
    return line.text[end : _token_end(line, end)] != "철"


def _stands(line: Line, piece: Piece, last: int) -> bool:
    """Whether a word is one by Kiwi's tokens: it ends where a token ends and does not begin inside another noun."""
    text, start, end = line.text, piece.start, piece.end
    inside = start not in (0, last) and "가" <= text[start - 1] <= "힣"
    if piece.kind in _CHECKED and start != last and (inside or tag_at(line, start) not in _NOMINAL):
        return not inside and (end - start > 2 or piece.kind == "week")
    if _glued(line, piece):
        return False
    if end in line.boundaries or piece.kind in _LOOSE or end == len(text):
        return True
    following = text[end]
    if following in _DIGITS or following in "일이삼사오육칠팔구십":
        return True  # a unit runs on into another numeral: 십이월삼십일일, 세시이십분
    return piece.level == levels.YEAR and following == "도"  # 내년도
