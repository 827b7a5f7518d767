"""The words of dates and what each says. Data only; `patterns` makes expressions of them."""

from __future__ import annotations

# counts from the reference date
DAYS = {
    "오늘": 0,
    "금일": 0,
    "어제": -1,
    "어저께": -1,
    "작일": -1,
    "그제": -2,
    "그저께": -2,
    "엊그제": -2,
    "엊그저께": -2,
    "그끄제": -3,
    "그끄저께": -3,
    "내일모레": 2,
    "내일 모레": 2,
    "내일": 1,
    "낼": 1,
    "명일": 1,
    "모레": 2,
    "글피": 3,
    "그글피": 4,
    "그그글피": 5,
}
# ages with agreed first and last years
ERAS = {
    "삼국시대": (-56, 668),
    "고려시대": (918, 1392),
    "고려 시대": (918, 1392),
    "조선시대": (1392, 1897),
    "조선 시대": (1392, 1897),
    "대한제국기": (1897, 1910),
    "일제강점기": (1910, 1945),
    "일제 강점기": (1910, 1945),
    "일제시대": (1910, 1945),
    "미군정기": (1945, 1948),
    "에도시대": (1603, 1868),
    "메이지시대": (1868, 1912),
    "다이쇼시대": (1912, 1926),
    "쇼와시대": (1926, 1989),
}
# counts from an earlier date of the text
DAY_LINKS = {
    "이날": 0,
    "이 날": 0,
    "그날": 0,
    "당일": 0,
    "같은 날": 0,
    "같은날": 0,
    "전날": -1,
    "전일": -1,
    "이튿날": 1,
    "다음 날": 1,
    "다음날": 1,
    "익일": 1,
}
MONTH_LINKS = {"같은 달": 0, "같은달": 0, "그달": 0, "당월": 0, "전월": -1, "익월": 1, "이듬달": 1}
YEARS = {
    "올해": 0,
    "금년": 0,
    "올": 0,
    "올 시즌": 0,
    "올시즌": 0,
    "지난 시즌": -1,
    "지난시즌": -1,
    "작년": -1,
    "지난해": -1,
    "재작년": -2,
    "지지난해": -2,
    "그러께": -2,
    "내년": 1,
    "명년": 1,
    "후년": 2,
    "내후년": 2,  # the dictionary's third year is rarely meant: 내년과 내후년
    "후후년": 3,
}
YEAR_LINKS = {
    "같은 해": 0,
    "같은해": 0,
    "그해": 0,
    "당해": 0,
    "당해연도": 0,
    "전년": -1,
    "전년도": -1,
    "이듬해": 1,
    "다음 해": 1,
    "다음해": 1,
}
# words that, alone or before a particle, are never anything else; of 올, 낮, 봄 and 전주 the tags must tell
PLAIN = frozenset(
    "오전 오후 새벽 아침 저녁 점심 심야 자정 정오 밤 한밤 한낮 대낮 "
    "오늘 내일 모레 어제 그제 금일 이날 그날 당일 전날 전일 익일 주초 주중 주말 평일 매일 매주 "
    "이달 내달 월초 월말 매월 올해 금년 내년 작년 전년 연초 연말 매년 추석 설날 여름 가을 겨울 "
    "초 말 초반 중반 후반 전반 초순 상순 중순 하순".split()
)
SEASONS = {"봄": 1, "여름": 2, "가을": 3, "겨울": 4}
# 초·중·말 of a year, month, decade or week
SECTIONS = {
    "초순": "first_third",
    "상순": "first_third",
    "중순": "second_third",
    "하순": "last_third",
    "초반": "early",
    "초": "early",
    "중반": "mid",
    "중엽": "mid",
    "후반": "late",
    "전반": "first_half",
    "말엽": "end",
    "말": "end",
}
WEEKDAYS = "월화수목금토일"
_HANJA_WEEKDAYS = "月火水木金土日"
ORDINALS = {
    "첫째": 1,
    "첫 번째": 1,
    "첫번째": 1,
    "첫": 1,
    "둘째": 2,
    "두 번째": 2,
    "두번째": 2,
    "셋째": 3,
    "세 번째": 3,
    "세번째": 3,
    "넷째": 4,
    "네 번째": 4,
    "네번째": 4,
    "다섯째": 5,
    "다섯 번째": 5,
    "다섯번째": 5,
    "마지막": -1,
}
# part of the day: from and to
PARTS = {
    "dawn": ("00:00", "05:59"),
    "sunrise": ("05:00", "06:59"),
    "sunset": ("17:00", "18:59"),
    "morning": ("07:00", "09:59"),
    "am": ("00:00", "11:59"),
    "noon": ("12:00", "12:00"),
    "lunch": ("12:00", "13:59"),
    "day": ("12:00", "14:59"),
    "pm": ("12:00", "23:59"),
    "evening": ("18:00", "20:59"),
    "night": ("21:00", "23:59"),
    "midnight": ("00:00", "00:00"),
    "late_night": ("00:00", "02:59"),
}
PART_WORDS = {
    "오전": "am",
    "오후": "pm",
    "새벽": "dawn",
    "이른 아침": "morning",
    "아침": "morning",
    "점심시간": "lunch",
    "점심": "lunch",
    "정오": "noon",
    "한낮": "day",
    "대낮": "day",
    "낮": "day",
    "초저녁": "evening",
    "저녁": "evening",
    "늦은 밤": "night",
    "한밤중": "night",
    "한밤": "night",
    "밤": "night",
    "심야": "late_night",
    "자정": "midnight",
    "해 뜰 무렵": "sunrise",
    "해뜰 무렵": "sunrise",
    "동틀 무렵": "sunrise",
    "해 질 무렵": "sunset",
    "해질 무렵": "sunset",
}
# a day and its part in one word
DAY_PARTS = {
    "어젯밤": (-1, "night"),
    "지난밤": (-1, "night"),
    "간밤": (-1, "night"),
    "오늘밤": (0, "night"),
}
# words that last: days, months, years
LENGTH_WORDS = {
    "하룻밤": ("days", 1),
    "하루": ("days", 1),
    "이틀": ("days", 2),
    "사흘": ("days", 3),
    "나흘": ("days", 4),
    "닷새": ("days", 5),
    "엿새": ("days", 6),
    "이레": ("days", 7),
    "여드레": ("days", 8),
    "아흐레": ("days", 9),
    "열흘": ("days", 10),
    "보름": ("days", 15),
    "스무날": ("days", 20),
    "반년": ("months", 6),
}


def weekday(letter: str) -> int:
    """0 for 월 and 月 to 6 for 일 and 日."""
    return (WEEKDAYS if letter in WEEKDAYS else _HANJA_WEEKDAYS).index(letter)
