"""The pieces that dates are made of: what each looks like and what it says. `compose` puts pieces together.

A piece's pattern is tried where the gate finds a digit or the first letters of a date word; the first whose reader
accepts the match wins, so order matters within `NUMBERS` and within `WORDS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from kextract.rules.date import holidays, read_lengths, read_numbers, read_words, vocabulary
from kextract.rules.date.piece import Piece


@dataclass(frozen=True)
class Pattern:
    """`heads` are the first letters (one or two) of what a word pattern matches; number patterns have none. Those may
    say in `follow` which letters can come after their first digits, a blank between or not."""

    name: str
    source: str
    reader: Callable[[re.Match[str]], Piece | None]
    heads: tuple[str, ...] = ()
    follow: str | None = None

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile(self.source)


def _words(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _word_pattern(
    name: str, words: Iterable[str], reader: Callable[[re.Match[str]], Piece | None], after: str = ""
) -> Pattern:
    listed = tuple(words)
    return Pattern(name, f"({_words(listed)}){after}", reader, tuple(sorted({word[:2] for word in listed})))


_DASHES = "~∼〜～-–—"
_TO = r" ?[~∼〜～\-–—] ?"
_UNIT = r"(?:년|개월|달(?!러)|주일|주|일|시간|분(?!기)|초)"
_AMOUNT = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?: ?[만천백])?"
_ONE = rf"{_AMOUNT} ?여? ?{_UNIT}여?"
_AFTER_LENGTH = r"(?: ?(간|동안|째|전|뒤|후|이내|내|안|있다가|만|새|연속))?"
_HALF_HOUR = r" ?(반)(?=$|[^가-힣]|[에부까이은을께쯤경])"
_CLOCK = (
    rf"([0-9]{{1,2}}) ?시(?![간즌])(?: ?([0-9]{{1,2}}) ?분(?![기의])(?: ?([0-9]{{1,2}}) ?초)?|{_HALF_HOUR}| ?정각)?"
)

NUMBERS = (
    Pattern(
        "iso",
        r"([0-9]{4})(?:-([0-9]{1,2})-|/([0-9]{1,2})/|\. ?([0-9]{1,2})\. ?|([01][0-9]))([0-9]{1,2})"
        r"(?![0-9]|\.[0-9]+(?!:))(?:\.(?=[가-힣]))?"
        r"(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?(Z|[+\-][0-9]{2}:?[0-9]{2})?)?",
        read_numbers.full,
    ),
    Pattern(
        "day_first",
        r"([0-9]{1,2})([/\-])([0-9]{1,2})[/\-]([0-9]{4})(?![0-9])",
        read_numbers.year_last,
        follow="/-",
    ),
    Pattern(
        "short_year",
        r"['’‘]?([0-9]{2})(?:\. ?([0-9]{1,2})\. ?|/([0-9]{1,2})/|-([0-9]{1,2})-)([0-9]{1,2})(?![0-9/\-]|\.[0-9])",
        read_numbers.short_year,
        follow="./-",
    ),
    Pattern(
        "decades", r"([0-9]{1,4})(?:년대)?[~∼〜·ㆍ,\-]([0-9]{2,4})년대", read_numbers.decades, follow="년~∼〜·ㆍ,-"
    ),
    Pattern("decade", r"()([0-9]{2,4})년대", read_numbers.decades, follow="년"),
    Pattern(
        "season_years", r"([0-9]{4})(?:[~∼〜/\-]([0-9]{2,4}))? ?시즌", read_numbers.season_years, follow="~∼〜/-시"
    ),
    Pattern(
        "years",
        rf"([0-9]{{4}})년?{_TO}([0-9]{{4}}|[0-9]{{2}}(?=년))(?:년도?)?(?![0-9]| ?년?대)",
        read_numbers.years,
        follow="년" + _DASHES,
    ),
    Pattern("year_month", r"([0-9]{4})\. ?([0-9]{1,2})월", read_numbers.year_month, follow="."),
    Pattern("school_year", r"([0-9]{4})학년도", read_numbers.school_year, follow="학"),
    Pattern(
        "year", r"([0-9]{4}) ?[년年](?!대|[간째]|가량|여)도?(?! ?(?:동안|만에|째))", read_numbers.year, follow="년年"
    ),
    Pattern(
        "year_tick",
        r"['’‘]([0-9]{2})년(?= ?[0-9]{1,2}월|도|[에의부까]| ?[상하]반기|산)",
        read_numbers.year_two,
        follow="년",
    ),
    Pattern("year_listed", r"((?:19|20)[0-9]{2})(?=(?:[·ㆍ,/] ?[0-9]{4})+년)", read_numbers.year, follow="·ㆍ,/"),
    Pattern("sentence", r"([0-9])년 ?([0-9]{1,2})월(?! ?[0-9]{1,2}일)", read_lengths.years_months, follow="년"),
    Pattern(
        "year_two",
        r"([0-9]{2})년(?:(?= ?(?:[0-9]{1,2}월|[상하]반기|[1-4](?:/4)?분기))"
        r"|도(?= ?(?:제[0-9]|예산|추[경가]|결산|회계|[상하]반기|[12]학기)))",
        read_numbers.year_two,
        follow="년",
    ),
    Pattern("year_three", r"([0-9]{3})년(?=에(?! 걸|서|만))", read_numbers.year, follow="년"),
    Pattern("century", rf"([0-9]{{1,2}})(?:{_TO}([0-9]{{1,2}}))? ?세기", read_numbers.century, follow="세" + _DASHES),
    Pattern("nights", r"[0-9]{1,2} ?박 ?([0-9]{1,3})일", read_lengths.nights, follow="박"),
    Pattern("anniversary", r"([0-9]{1,4}) ?(?:주년|주기)", read_lengths.anniversary, follow="주"),
    Pattern(
        "quarter_count", r"([0-9]{1,2}) ?(?:개 ?)?분기(?= 연속| ?만에|째)", read_lengths.quarter_count, follow="개분"
    ),
    Pattern(
        "quarters", rf"([1-4])(?:{_TO}([1-4]))? ?(?:/ ?4 ?|사)?분기", read_numbers.quarters, follow="/사분" + _DASHES
    ),
    Pattern("quarter_q", r"([1-4])Q(?:([0-9]{2})(?![0-9]))?", read_numbers.quarters_q, follow="Q"),
    Pattern(
        "length_range",
        rf"({_AMOUNT}){_TO}({_ONE}){_AFTER_LENGTH}",
        read_lengths.length_range,
        follow=",.만천백" + _DASHES,
    ),
    Pattern(
        "length",
        rf"({_ONE}(?: ?{_ONE}){{0,5}}(?: ?반(?=$|[^가-힣]|[만안전후뒤동이간에을]))?){_AFTER_LENGTH}",
        read_lengths.length,
        follow=",.만천백여년개달주일시분초",
    ),
    Pattern("march_first", r"3[·.ㆍ]1절", read_words.march_first, follow="·.ㆍ"),
    Pattern("month_day", r"([0-9]{1,2})[./]([0-9]{1,2})일", read_numbers.month_day, follow="./"),
    Pattern(
        "months", rf"([0-9]{{1,2}})월?(?:{_TO}|[·ㆍ])([0-9]{{1,2}})월", read_numbers.months, follow="월·ㆍ" + _DASHES
    ),
    Pattern("month", r"([0-9]{1,2}) ?[월月]", read_numbers.month, follow="월月"),
    Pattern("days", rf"([0-9]{{1,2}})일?{_TO}([0-9]{{1,2}})일", read_numbers.days, follow="일" + _DASHES),
    Pattern(
        "day_list",
        r"([0-9]{1,2})(?:(?:, ?|[·ㆍᆞ])[0-9]{1,2})*(?:, ?|[·ㆍᆞ])([0-9]{1,2})일",
        read_numbers.days,
        follow=",·ㆍᆞ",
    ),
    Pattern("day", r"([0-9]{1,2})[일日]", read_numbers.day, follow="일日"),
    Pattern(
        "hours",
        rf"([0-9]{{1,2}}){_TO}([0-9]{{1,2}})시(?![간즌]| ?[0-9]{{1,2}} ?분)",
        read_numbers.hours,
        follow=_DASHES,
    ),
    Pattern("clock_before", r"([0-9]{1,2}) ?시 ?([0-9]{1,2}) ?분 전(?=부터)", read_numbers.clock_before, follow="시"),
    Pattern("clock", _CLOCK, read_numbers.clock, follow="시"),
    Pattern(
        "colon",
        r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?![0-9:])( ?[AaPp]\.?[Mm]?(?![A-Za-z]))?",
        read_numbers.colon,
        follow=":",
    ),
    Pattern("ampm", r"([0-9]{1,2})()() ?([AaPp]\.?[Mm])(?![A-Za-z])", read_numbers.colon, follow="AaPp"),
    Pattern("month_slash_day", r"([0-9]{1,2})/([0-9]{1,2})(?![0-9/.%])", read_numbers.slash, follow="/"),
    Pattern("dot_day", r"([01]?[0-9])\. ?([0-3]?[0-9])(?![0-9%]|\.[0-9])", read_numbers.dot_day, follow="."),
    Pattern("bare_year", r"((?:19|20)[0-9]{2})(?![0-9.,:%])", read_numbers.bare_year),
)

_SINO = "일이삼사오육륙칠팔구십"
_MINUTES = f"[{_SINO}]{{1,4}}|[0-9]{{1,2}}"
_NATIVE = "스물네|스물|열두|열한|다섯|여섯|일곱|여덟|아홉|한|두|세|석|네|넉|열"
_SINO_HEADS = tuple(a + b for a in _SINO for b in _SINO + "년월일분초주개백천 ")

WORDS = (
    Pattern(
        "workday_link",
        r"(다음|이후 첫|직후 첫|이전 마지막|직전 마지막) ?(?:영업일|거래일|평일|([월화수목금토일])요일)",
        read_words.workday_link,
        ("다음", "이후", "직후", "이전", "직전"),
    ),
    Pattern(
        "week",
        r"(이번|지{0,3}난|저{1,3}번|다{0,2}다음|다다담|다음다음|이(?= )|금|전{1,3}|내|차) {0,3}주(?!말)",
        read_words.week,
        ("이번", "지난", "지지", "저번", "저저", "다음", "다다", "이 ", "금주", "전주", "전전", "내주", "차주"),
    ),
    Pattern(
        "month_word",
        r"(?:(이번|지{1,3}난|저{1,3}번|다{0,2}다음|다음다음|이|내|전{2,3}) {0,2}달|(금|전{2,3})월(?!요))(?!러)",
        read_words.month_word,
        ("이번", "지난", "지지", "저번", "저저", "다음", "다다", "이달", "내달", "금월", "전전"),
    ),
    Pattern(
        "quarter_word",
        r"(이번|지난|다음|전|직전) ?분기",
        read_words.quarter_word,
        ("이번", "지난", "다음", "전분", "전 ", "직전"),
    ),
    _word_pattern("era_name", vocabulary.ERAS, read_words.era_name),
    _word_pattern("day_part", vocabulary.DAY_PARTS, read_words.day_part),
    _word_pattern("day_word", vocabulary.DAYS, read_words.day_word),
    _word_pattern("day_link", vocabulary.DAY_LINKS, read_words.day_link),
    _word_pattern("month_link", vocabulary.MONTH_LINKS, read_words.month_link),
    _word_pattern("year_word", vocabulary.YEARS, read_words.year_word),
    _word_pattern("year_link", vocabulary.YEAR_LINKS, read_words.year_link),
    Pattern("this", r"(?:이 시각|이맘때|같은 시각)", read_words.same_day, ("이 ", "이맘", "같은")),
    Pattern("now", r"지금", read_words.now, ("지금",)),
    Pattern(
        "every",
        r"(매주|매월|매달|매년|매일|격주|격월|격년|해마다|날마다|달마다)",
        read_words.every,
        ("매주", "매월", "매달", "매년", "매일", "격주", "격월", "격년", "해마", "날마", "달마"),
    ),
    Pattern(
        "toward",
        r"(지난|저번|다가오는|오는|이번|다음|향후|앞으로|최근)(?= ?[0-9가-힣])",
        read_words.toward,
        ("지난", "저번", "다가", "오는", "이번", "다음", "향후", "앞으", "최근"),
    ),
    Pattern(
        "era",
        r"(기원전|기원후|서기|단기|불기|음력|양력|윤달|윤)(?= ?[0-9일이삼사오육칠팔구십정유시])",
        read_words.era,
        ("기원", "서기", "단기", "불기", "음력", "양력", "윤"),
    ),
    _word_pattern("holiday", holidays.NAMES, read_words.holiday, r"( ?연휴)?"),
    Pattern(
        "half",
        r"(상|하)(?:[·ㆍ](하))?반기|(전|후)반기",
        read_words.half,
        ("상반", "상·", "상ㆍ", "하반", "전반", "후반"),
    ),
    Pattern(
        "season",
        r"(초|늦|한)?(봄|여름|가을|겨울)(?!방학|밤)",
        read_words.season,
        ("봄", "여름", "가을", "겨울", "초봄", "초여", "초가", "초겨", "늦봄", "늦여", "늦가", "늦겨", "한여", "한겨"),
    ),
    Pattern(
        "span_word",
        r"(연말연시|연초|연말|연중|월초|월말|주초|주중|주말|평일|말일|첫날|마지막 ?날)",
        read_words.span_word,
        ("연말", "연초", "연중", "월초", "월말", "주초", "주중", "주말", "평일", "말일", "첫날", "마지"),
    ),
    Pattern(
        "weekdays",
        rf"([월화수목금토일])(?:요일)?(?:{_TO}|(?:[·ㆍ,/]([월화수목금토일]))*[·ㆍ,/])([월화수목금토일])요일",
        read_words.weekdays,
        tuple(c + d for c in "월화수목금토일" for d in "요·ㆍ,/~∼〜-– "),
    ),
    Pattern("ampm_word", r"(AM|PM|am|pm) ?(?=[0-9])", read_words.ampm, ("AM", "PM", "am", "pm")),
    Pattern(
        "weekday",
        r"([월화수목금토일])(?:요일|욜)",
        read_words.weekday,
        tuple(c + d for c in "월화수목금토일" for d in "요욜"),
    ),
    Pattern(
        "nth_week",
        rf"({_words(vocabulary.ORDINALS)}) ?주(?!말)째?(?!식)",
        read_words.nth_week,
        ("첫", "둘째", "두 ", "두번", "셋째", "세 ", "세번", "넷째", "네 ", "네번", "다섯", "마지"),
    ),
    Pattern(
        "workday",
        rf"({_words(vocabulary.ORDINALS)}) ?(?:영업일|거래일|평일)",
        read_words.workday,
        ("첫", "둘째", "두 ", "두번", "셋째", "세 ", "세번", "마지"),
    ),
    Pattern(
        "nth",
        rf"({_words(vocabulary.ORDINALS)}) ?(?:(주말)|([월화수목금토일])(?:요일|욜))",
        read_words.nth,
        ("첫", "둘째", "두 ", "두번", "셋째", "세 ", "세번", "넷째", "네 ", "네번", "다섯", "마지"),
    ),
    Pattern(
        "word_length",
        rf"({_words(vocabulary.LENGTH_WORDS)}){_AFTER_LENGTH}",
        read_lengths.word_length,
        tuple(sorted({word[:2] for word in vocabulary.LENGTH_WORDS})),
    ),
    Pattern(
        "native_length",
        rf"({_NATIVE}) ?(달|해|주일|주|시간)(?: ?(반)(?=$|[^가-힣]|[만안전후뒤동이간에을]))?{_AFTER_LENGTH}",
        read_lengths.native_length,
        tuple(sorted({word[:2] for word in _NATIVE.split("|")})),
    ),
    Pattern(
        "sino_year",
        r"((?:[이삼]|이천|천)[일이삼사오육륙칠팔구십백천영공]{1,9})년(?!간|대)",
        read_numbers.sino_year,
        ("이천", "삼천", "천구", "천팔", "천칠", "천육"),
    ),
    Pattern("hanja_year", r"([一二][一二三四五六七八九〇零]{3})年", read_numbers.sino_year, ("一", "二")),
    Pattern(
        "sino_month",
        r"(십[일이]|[일이삼사오육유칠팔구십시])월(?!요)",
        read_numbers.sino_month,
        (*tuple(a + "월" for a in "일이삼사오육유칠팔구십시"), "십일", "십이"),
    ),
    Pattern(
        "hanja_month",
        r"(十[一二]|[一二三四五六七八九十正])月",
        read_numbers.sino_month,
        tuple("一二三四五六七八九十正"),
    ),
    Pattern(
        "hanja_day",
        r"([二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日",
        read_numbers.sino_day,
        tuple("一二三四五六七八九十"),
    ),
    Pattern(
        "sino_quarter",
        r"([일이삼사]) ?(?:사)?분기",
        read_numbers.sino_quarter,
        ("일분", "이분", "삼분", "사분", "일사", "이사", "삼사", "사사"),
    ),
    Pattern(
        "sino_length",
        rf"([{_SINO}백]{{1,4}}) ?(년|개월|주일|주|일|시간|분|초){_AFTER_LENGTH}",
        read_lengths.sino_length,
        _SINO_HEADS,
    ),
    Pattern("sino_day", rf"([{_SINO}]{{1,3}})일", read_numbers.sino_day, _SINO_HEADS),
    Pattern(
        "native_clock",
        r"(열두|열한|다섯|여섯|일곱|여덟|아홉|한|두|세|네|열) ?시(?!간)"
        rf"(?: ?({_MINUTES}) ?분(?: ?({_MINUTES}) ?초)?| ?(반))?",
        read_numbers.native_clock,
        (
            "열두",
            "열한",
            "다섯",
            "여섯",
            "일곱",
            "여덟",
            "아홉",
            "한 ",
            "한시",
            "두 ",
            "두시",
            "세 ",
            "세시",
            "네 ",
            "네시",
            "열 ",
            "열시",
        ),
    ),
    Pattern(
        "part",
        rf"({_words(vocabulary.PART_WORDS)})",
        read_words.part,
        tuple(sorted({word[:2] for word in vocabulary.PART_WORDS})),
    ),
    Pattern(
        "section",
        rf"({_words(vocabulary.SECTIONS)})",
        read_words.section,
        tuple(sorted({word[:2] for word in vocabulary.SECTIONS})),
    ),
    Pattern("quarter_letter", r"Q([1-4])(?![A-Za-z0-9])", read_numbers.quarters_q, ("Q",)),
)
TAILS = (
    Pattern(
        "weekday_bracket",
        r" ?\. ?\(([월화수목금토일])(?:요일)?\)| ?\(([월화수목금토일月火水木金土日])(?:요일|曜日)?\)",
        read_words.weekday_bracket,
    ),
)
