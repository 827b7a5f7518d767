"""The person rules by name, each with sentences that show it at work and sentences in which it must keep still."""

from __future__ import annotations

from kextract.model import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "person.korean_name",
        "A Korean full name at the beginning of a word, read letter by letter, with whatever particle.",
        (
            "[[한지석]] 창원시장은 현장을 찾았다.",
            "이날 회의에는 [[서도겸]]과 [[문예슬]]이 나왔다.",
            "피해자 [[오세근]](47)씨는 병원으로 옮겨졌다.",
            "대표 [[조은별]]은 계약서에 서명했다.",
        ),
        ("경영진은 정상화 방안을 냈다.", "이상의 결과로 신성장 산업이 커졌다.", "하지만 이유로 든 것은 유인구였다."),
    ),
    Rule(
        "person.surname_title",
        "A surname before a title, spaced or not: whom it means, the document says.",
        ("[[남]] 시장은 답했다.", "[[박]] 전 대통령은 침묵했다.", "[[최]] 수석부회장이 방한했다."),
        ("이 시장은 크다.", "전 대통령은 누구인가.", "주차장과 운영사를 찾았다."),
    ),
    Rule(
        "person.surname_honorific",
        "A surname before 씨, 군 or 양.",
        ("[[곽]]씨는 혐의를 부인했다.", "경찰은 [[허]] 씨를 붙잡았다.", "[[곽]]양은 집으로 돌아갔다."),
        ("솜씨가 좋다.", "육군은 훈련을 마쳤다.", "모양이 예쁘고 날씨가 좋다."),
    ),
    Rule(
        "person.masked",
        "A name that the writer hides behind a letter, 모 or circles.",
        ("[[A]]씨는 집을 나섰다.", "[[정]]모(33)씨가 숨졌다.", "[[B]](17)군을 입건했다.", "[[최]] 모 교수는 떠났다."),
        ("A형 간염이 퍼졌다.", "B 노선 버스가 멈췄다."),
    ),
    Rule(
        "person.foreign_run",
        "Two or more words that are a foreigner's name by the lists and by their sound.",
        (
            "[[로버트 매카시]]는 영국에서 태어났다.",
            "[[마거릿 애트우드]](Margaret Atwood)의 소설이다.",
            "[[다나카 유키코]] 외무상이 방한했다.",
        ),
        ("클라우드 서비스 이용이 늘었다.", "산티아고 공항에 내렸다."),
    ),
    Rule(
        "person.foreign_word",
        "One foreign word that its sound and its surroundings make a person.",
        ("[[슈나이더]] 총리가 사임했다.", "[[안데르손]]이 결승골을 넣었다."),
        ("캘리포니아에서 열렸다.", "스마트폰을 샀다.", "바이러스가 퍼졌다."),
    ),
    Rule(
        "person.given_name",
        "A given name or stage name that 씨, a role or the diminutive 이 gives away.",
        (
            "장남 [[재혁]]씨가 회사를 물려받았다.",
            "[[영석]]이는 학교에 갔다.",
            "[[예슬]] 씨를 만났다.",
            "[[법담]] 스님이 법문을 했다.",
        ),
        ("아저씨는 글씨를 썼다.", "나이를 묻지 않았다.", "주지 스님이 법문을 했다."),
    ),
    Rule(
        "person.known",
        "Somebody whom the list of well-known people has.",
        ("[[세종대왕]]은 한글을 만들었다.", "[[베토벤]]의 교향곡을 연주했다."),
        ("세종대왕함이 출항했다.",),
    ),
    Rule(
        "person.byline",
        "The writer of an article.",
        ("[서울=뉴스] [[나해율]] 기자 =", "사진/[[나솔]]기자"),
        ("여러 기자가 물었다.",),
    ),
    Rule(
        "person.repeated",
        "A word that is a name elsewhere in the same document.",
        ("가수 하람이 노래했다. 관객은 [[하람]]을 반겼다.",),
        ("가수와 배우도 울었다.",),
    ),
    Rule(
        "person.hanja_surname",
        "A surname in Chinese characters before a title.",
        ("[[李]] 대통령은 귀국했다.", "[[朴]]의원이 물었다."),
        ("美 대통령이 방한했다.", "日 총리와 中 주석이 만났다."),
    ),
    Rule(
        "person.hanja_name",
        "A name of three Chinese characters.",
        ("[[金英秀]]는 호를 썼다.",),
        ("大韓民國 만세를 불렀다.",),
    ),
)
