"""Which dates and amounts are plainly what they are, so that no name may take their place.

The others may be part of one: 9월 of 검은9월단, 새벽 where somebody is called so. Only these are held against names,
and whoever wants no names is spared the search for them wherever nothing is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kextract.letters import ends_word
from kextract.model import Candidate

# known names that read as a date where a blank parts it from the rest, blanks left out
DATED_NAMES = (
    *("100주년기념교회", "2014인천아시아경기대회조직위", "4:33", "4시33분", "검은9월단", "공영언론미래비전100년위원회"),
    *(
        "네시삼십삼분",
        "매일노동뉴스",
        "매일방송",
        "매일신문",
        "매일일보",
        "오늘이엔엠",
        "오월의종",
        "제칠일안식일예수재림교회",
    ),
)
# words of dates that people are called by too
GIVEN_NAMES = frozenset("가을 구정 금주 보름 새벽 여름 자정 정오 중엽 하루 이레 오월 유월 시월".split())
_CALLED = r"(?:이[는가를의와도에네랑한]| ?씨| ?[군양님]| 스님)"
_ROLES = "(?:가수|배우|멤버|래퍼|아이돌|보컬|모델|리더|작곡가|[故고]) "
# what may follow a date or an amount and belongs to no name: 29일자, 3월호를, 2시간만에, 15년형으로
_TAIL = re.compile(
    "(?:만에?|자|호|중|형|선|대|치|생|째|간|이?면|에야|동안|전후|무렵|이상|이하|명절|(?:까지)?(?:입니다|이며|이었다))"
    "(?:[은는이가을를에의로인]|에서|으로|까지|부터)?(?![가-힣])"
)
_REACH = 25  # code points beside a date in which a known name may go on


def settle(text: str, candidates: Iterable[Candidate]) -> bool:
    """Marks the dates and amounts in the normalised `text` that are settled; whether all of them are."""
    whole = True
    for one in candidates:
        one.settled = not (
            _glued(text, one) or _is_called(text, text[one.start : one.end]) or _in_dated_name(text, one)
        )
        whole = whole and one.settled
    return whole


def _glued(text: str, one: Candidate) -> bool:
    """Whether a word goes on before a date in Hangul or behind a date."""
    if one.start and not text[one.start].isdigit() and text[one.start - 1].isalnum():
        return True
    if one.end < len(text) and text[one.end].isascii():
        return text[one.end].isalnum()
    return not ends_word(text, one.end) and _TAIL.match(text, one.end) is None


def _is_called(text: str, word: str) -> bool:
    """Whether somebody in the text may bear the word as a name: 김새벽, 새벽 씨, 가수 새벽."""
    if word not in GIVEN_NAMES:
        return False
    return re.search(rf"[가-힣]{word}|{word}{_CALLED}|{_ROLES}['‘\"“]?{word}", text) is not None


def _in_dated_name(text: str, one: Candidate) -> bool:
    around = text[max(0, one.start - _REACH) : one.end + _REACH].replace(" ", "")
    return any(name in around for name in DATED_NAMES)
