"""One pass over a line: the pieces of dates in it, each checked against Kiwi's tokens."""

from __future__ import annotations

import re
from bisect import bisect_left

from kextract.letters import ends_word, opens_word
from kextract.morph import Line
from kextract.rules.date import gate, read_lengths, vocabulary
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
# these are words of their own wherever a word ends; 3일 전 세계와 3일 내 차 ask for the tags
_SURE_AFTER = frozenset("만 간 째 동안 후 뒤 연속 이내".split())
_NOT_AFTER = re.compile("전[국남북체세하했한]|내[리렸린란년일달]|새[벽로]")  # 9일 전했다, 25일 내린
# within a word these are its own letters: 방한해, 참석해, 중요한 시기, 인도네시아, 나오는
_WITHIN = re.compile("[한석세네] ?[해시주달]|오는")
# no 올 and no 설 but another word: 올리다, 설명, 오늘날
_ANOTHER = re.compile(
    "올(?!해| ?[초말봄여가겨상하시1-4])[가-힣]|오늘날"
    "|설(?!날|명절|당일|선물|차례|귀성|대목|민심|특집|전|후|직전|직후|맞|연휴|[이은을에과까부의도])[가-힣]"
)
_REACH = 6  # code points, within which 초 and 말 follow what they are of
_LOOSE = frozenset({"weekday", "nth", "now", "native_clock"})  # Kiwi reads 금욜까지 and 세시반 its own way
_SIDES = frozenset("./:_$#€£¥₩+%&=@")
_DIGITS = frozenset("0123456789")


def pieces(line: Line) -> list[Piece]:
    """Every piece of the line, none overlapping, in order."""
    text = line.text
    search = gate.gate().search
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


def _is_hangul(text: str, at: int) -> bool:
    return "가" <= text[at : at + 1] <= "힣"


def _runs_on(line: Line, end: int) -> bool:
    """Whether a unit is but the beginning of a longer word."""
    return not ends_word(line.text, end) and end not in line.boundaries


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
    table = gate.numbers_by_follow()
    return table.get(letter) or table[""]


def _free(text: str, at: int) -> bool:
    """Whether a number may begin at `at`: not inside a longer number, a word of Latin letters, or 제3조."""
    if at == 0:
        return True
    before = text[at - 1]
    if before.isascii() and (before.isalnum() or before in _SIDES):
        return before in ".=" and at > 1 and not text[at - 2].isascii()
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
    if piece.after and not _is_after(line, piece):
        piece.after = ""
    if not piece.after:
        piece.end = piece.core
        if piece.kind == "length" and _runs_on(line, piece.end):
            return None  # 2분법
        if piece.kind == "length" and read_lengths.is_bare_day(piece.length):
            return None
    return piece


def _is_after(line: Line, piece: Piece) -> bool:
    """Whether what follows a length is a word of its own: 9일 전, not 9일 전했다."""
    text, end, after = line.text, piece.end, piece.after
    start = end - len(after)
    if after == "있다가":
        return True
    sure = text[piece.start] in _DIGITS or after != "만"
    if sure and ends_word(text, end) and (after in _SURE_AFTER or _is_hangul(text, end)):
        return True
    if _NOT_AFTER.match(text, start):
        return False
    if after in ("간", "째", "동안") and end in line.boundaries:
        return True
    return _token_end(line, start) == end and tag_at(line, start) in _AFTER_TAGS


def _word(line: Line, at: int, last: int) -> Piece | None:
    text = line.text
    sure = at == last or opens_word(text, at)
    for pattern in gate.words_at(text, at):
        match = pattern.regex.match(text, at)
        read = pattern.reader(match) if match else None
        if match is None or read is None or _says_nothing(text, read.kind, at, match.end(), last):
            continue
        if not sure and at not in line.boundaries:
            return None
        piece = _placed(line, read, match)
        if piece is not None and _stands(line, piece, last):
            return piece
    return None


def _says_nothing(text: str, kind: str, at: int, end: int, last: int) -> bool:
    """What no token could make a date: a word of `_CHECKED` within another (해설), 한 해 of 중요한 해, a 초 or 말 with
    nothing before it to be of, 올 of 올리다."""
    if at == last:
        return False
    if at and _is_hangul(text, at - 1):
        return kind in _CHECKED or _WITHIN.match(text, at) is not None
    if kind == "section":
        return last < 0 or at - last > _REACH
    return _ANOTHER.match(text, at) is not None


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
    ended = ends_word(text, end) and text[end : end + 1] != "만"  # 올해만; but 팔천구백일만
    if ended and not inside and (text[start:end] in vocabulary.PLAIN or (end - start > 2 and piece.kind in _CHECKED)):
        return True
    if piece.kind in _CHECKED and start != last and (inside or tag_at(line, start) not in _NOMINAL):
        return not inside and (end - start > 2 or piece.kind == "week")
    if _glued(line, piece):
        return False
    if ended or piece.kind in _LOOSE or end in line.boundaries:
        return True
    following = text[end]
    if following in _DIGITS or following in "일이삼사오육칠팔구십":
        return True  # a unit runs on into another numeral: 십이월삼십일일, 세시이십분
    return piece.level == levels.YEAR and following == "도"  # 내년도
