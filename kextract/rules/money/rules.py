"""The money rules, each with sentences that show what it gives and what it must not."""

from __future__ import annotations

from kextract.model import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "money.won",
        "a number and 원",
        (
            "그는 보증금으로 [[3억5천만원]]을 냈다.",
            "추가 비용은 [[1조 2,000억 원]]에 이른다.",
            "입장료는 [[12만5천원]]이다.",
            "일금 [[오백만원]]정을 영수했다.",
            "용돈으로 [[만 원]]을 받았다.",
        ),
        (
            "출근길은 오늘도 만원 버스였다.",
            "원내대표 3명이 모였다.",
            "이 체제는 3원 체제로 불린다.",
            "섬에는 3만 원주민이 살았다.",
        ),
    ),
    Rule(
        "money.foreign",
        "a number and the name of another currency",
        (
            "수출액은 [[270억 달러]]를 기록했다.",
            "회사는 [[1000만 불]]을 투자받았다.",
            "대출 규모는 [[1억 5천만 호주 달러]]다.",
            "그는 [[5,000엔]]을 냈다.",
        ),
        (
            "어젯밤 공장에서 불이 났다.",
            "대표팀은 유로 2024에 나섰다.",
            "그 상자의 무게는 20파운드다.",
            "101동 주민이 모였다.",
        ),
    ),
    Rule(
        "money.subunit",
        "cents, pence and 전",
        ("주가는 주당 [[34센트]] 내렸다.", "환율은 [[50전]] 오른 채 마감했다."),
        ("팀은 올해 3전 3승을 거뒀다.",),
    ),
    Rule(
        "money.sign",
        "a sign or a code and a number",
        (
            "가격은 [[₩12,000]]이다.",
            "매출은 [[US$3.5m]]였다.",
            "기금은 [[$3.5 billion]] 규모다.",
            "총액은 [[EUR 1,230,000]]이다.",
        ),
        ("COP 28 회의가 열렸다.",),
    ),
    Rule(
        "money.range",
        "two ends of one amount",
        (
            "연봉은 [[3~5억원]]으로 알려졌다.",
            "가격은 [[10억~20억원]]이다.",
            "예상 비용은 [[400만에서 500만 달러]]다.",
            "요금은 [[5만원에서 10만원]] 사이다.",
        ),
        ("전화는 1588-1234로 하면 된다.",),
    ),
    Rule(
        "money.vague",
        "an amount with 수, 몇 or two neighbouring numbers",
        ("그는 [[수십억 원]]을 잃었다.", "책 한 권에 [[몇만 원]]이 든다.", "커피는 [[2, 3천원]]이면 된다."),
        ("가수 십여 명이 왔다.",),
    ),
    Rule(
        "money.band",
        "an amount with 대",
        ("[[100만원]]대 노트북이 인기다.", "시세는 [[10억]]대 아파트와 같다."),
        ("연 20만대를 만든다.", "그는 원대한 꿈을 꾼다."),
    ),
    Rule(
        "money.list",
        "a number that takes its currency from the next one",
        ("두 사람은 각각 [[300만]], [[500만원]]을 냈다.",),
        ("관객 300만, 500만을 넘겼다.",),
    ),
    Rule(
        "money.bare",
        "a number with 억 or 조 that a money word leads to",
        ("시는 총사업비 [[1,213억]]을 들인다.", "그의 연봉은 [[5억]]이다.", "[[억대]] 연봉을 받는다."),
        (
            "인구는 130만명이다.",
            "공룡은 3억 년 전에 살았다.",
            "이 나라는 5000만 인구를 가졌다.",
            "하루 100만 배럴을 캔다.",
        ),
    ),
)
