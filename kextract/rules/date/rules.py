"""The date rules by name, each with sentences that show it. A test runs them all through the whole pipeline."""

from __future__ import annotations

from kextract.model import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "date.full",
        "Year, month and day, with a time of day where one stands beside them.",
        (
            "도서관은 [[2021년 4월 12일]] 문을 열었다.",
            "공고일은 [[2021. 4. 12.(월)]]이다.",
            "접수 시각은 [[2021-04-12T09:30:00+09:00]]로 기록됐다.",
            "[[’21.4.12]] 기준으로 작성했다.",
            "[[二〇二一年 四月 十二日]] 세운 비석이다.",
        ),
        ("버전 2021.4.12.1을 내려받았다.", "문의 전화는 02-2021-0412이다.", "2021년 2월 30일은 없는 날이다."),
    ),
    Rule(
        "date.partial",
        "A date that leaves its year, or year and month, to the reader: the nearest fitting one is meant.",
        (
            "시의회는 [[12일]] 조례안을 통과시켰다.",
            "축제는 [[4월 중순]] 시작된다.",
            "[[17~19일]] 사흘 동안 장터가 선다.",
            "[[2.15일]] 출국한다.",
            "[[2023년]]부터 시행하는 제도다.",
            "노래 '[[1994]]'가 실렸다.",
        ),
        ("40대 남성이 1인당 3권씩 빌렸다.", "제3조 2항을 고쳤다.", "32일이나 13월은 없다.", "1일 2회 먹는다."),
    ),
    Rule(
        "date.relative",
        "Counted from the reference date (지난달 3일, 오는 20일) or from an earlier date of the text (이날, 이듬해).",
        (
            "[[지난 12일]] 개관한 도서관이다.",
            "[[다음 주 월요일]]까지 휴관한다.",
            "[[이날]] 행사에는 주민이 모였다.",
            "[[지난해 12월]] 착공했다.",
        ),
        ("내일정을 확인해 달라고 했다.", "신인배우 강차주의 연기를 봤다.", "화가가 상을 받았다."),
    ),
    Rule(
        "date.shifted",
        "A step from the reference or from another date: 3일 전, 2주 뒤, 다음 달 셋째 금요일에서 사흘 뒤.",
        ("[[사흘 전]] 신청했다.", "[[2주 뒤]] 결과가 나온다.", "[[올해 추석 5일 전]] 예매를 시작한다."),
        ("9일 전국에 비가 온다.", "12일 전했다."),
    ),
    Rule(
        "date.range",
        "A range; with 부터 between its ends it is the first of two mentions and bears the value of the whole.",
        (
            "[[3월 30일∼4월 2일]] 열린다.",
            "[[3월 5일]]부터 4월 2일까지 접수한다.",
            "[[오전 10시]]부터 오후 5시까지 연다.",
        ),
        ("9일부터 사흘 동안 열린다.",),
    ),
    Rule(
        "date.range_end",
        "The end of a range that has a mention of its own.",
        ("3월 5일부터 [[4월 2일]]까지 접수한다.",),
        ("4월 2일까지 접수한다.",),
    ),
    Rule(
        "date.time",
        "A time of day with no date beside it.",
        ("[[오전 9시 30분]]에 문을 연다.", "[[밤 11시]]께 불이 났다.", "[[15:30]] 시작한다."),
        ("24시간 편의점이 생겼다.", "3시간 걸렸다.", "25시라는 제목의 소설이다.", "세 시민이 상을 받았다."),
    ),
    Rule(
        "date.era",
        "Decades, centuries, ages and spans of years.",
        (
            "[[1990년대 초]] 지은 다리다.",
            "[[6~70년대]] 골목을 되살렸다.",
            "[[19세기 후반]] 그림이다.",
            "[[2016~17 시즌]] 우승팀이다.",
            "[[조선시대]] 지도다.",
        ),
        ("30대와 40대가 많았다.",),
    ),
    Rule(
        "date.holiday",
        "Named days, solar and lunar.",
        ("[[추석]]에는 쉰다.", "[[설 연휴]]에 문을 연다.", "[[3·1절]] 기념식이 열렸다."),
        ("그런 설이 돌았다.", "3·1운동을 다룬 책이다.", "12·3 비상계엄을 다룬 책이다.", "6·25 전쟁을 겪었다."),
    ),
    Rule(
        "date.recurring",
        "What comes round: its value is the step, from and to the next one.",
        ("[[매주 월요일]] 쉰다.", "[[매년 3월]] 열린다.", "모임은 [[격주]]로 열린다."),
        ("매출이 늘었다.",),
    ),
    Rule(
        "date.duration",
        "Lengths of time.",
        (
            "[[21일간]] 열린다.",
            "[[나흘]] 만에 끝났다.",
            "징역 [[2년6월]]을 선고했다.",
            "향후 [[5년간]] 지원한다.",
            "[[6박9일]] 일정이다.",
        ),
        ("2주당 배당금은 50원이다.", "3분의 1이 반대했다.", "49달러에 팔린다.", "24시간 편의점이 생겼다."),
    ),
    Rule(
        "date.anniversary",
        "Anniversaries, as the number of years.",
        ("창립 [[40주년]]을 맞았다.", "[[5주기]] 추도식이 열렸다."),
        ("주기적으로 점검한다.",),
    ),
)
