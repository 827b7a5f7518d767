"""The organization rules, each with sentences that show what it gives and what it must not."""

from __future__ import annotations

from kextract.model import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "organization.lexicon",
        "a name of the lists that means nothing else, longest first, where a word may end",
        (
            "[[한국수력원자력]]이 원전을 멈췄다.",
            "그는 [[삼성전자]]에 부품을 판다.",
            "[[서울 송파경찰서]]는 두 명을 붙잡았다.",
        ),
        ("경찰관 두 명이 다쳤다.", "국회의원 열 명이 모였다.", "강당은 서울대학교 정문 앞에 있다."),
    ),
    Rule(
        "organization.ambiguous",
        "a name of the lists that is also a word, a person or a place, where its surroundings show an organization",
        ("[[푸마]] 본사는 독일에 있다.", "화장품 업체 [[클리오]]가 문을 닫았다."),
        ("조사 대상은 열 곳이다.", "장비를 동원해 눈을 치웠다."),
    ),
    Rule(
        "organization.generic",
        "an actor known by its kind alone: 경찰, 검찰, 정부, 국회, 법원",
        ("[[경찰]]은 사고 원인을 조사하고 있다.", "[[정부]]가 대책을 내놓았다."),
    ),
    Rule(
        "organization.part",
        "an organization and the part of it that follows: a faculty, a court's division, a chapter",
        (
            "[[부산대 산학협력단]]이 특허를 냈다.",
            "[[서울중앙지법 형사합의21부]]가 사건을 맡았다.",
            "[[한양대 총학생회]]가 반대했다.",
        ),
        ("부산대 학생이 상을 받자 산학협력단도 기뻐했다.",),
    ),
    Rule(
        "organization.head",
        "a proper noun, a place or a known name before a head that makes organizations",
        (
            "[[도화동고등학교]]가 우승했다.",
            "[[해바라기청소년문화재단]]은 장학생을 뽑는다.",
            "[[한빛섬유수출협회]]가 반대했다.",
        ),
        ("대학병원마다 의사가 모자란다.", "시민단체가 거리로 나왔다.", "운영위원회를 열었다."),
    ),
    Rule(
        "organization.head_joined",
        "a place or proper noun and a head that stands alone after it",
        ("[[애버딘 병원]]은 의사를 뽑는다.",),
        ("다른 병원은 의사를 뽑는다.",),
    ),
    Rule(
        "organization.legal_form",
        "a name with ㈜, (주), 주식회사, 사단법인 …",
        ("[[㈜누리담]]은 창고를 옮겼다.", "[[주식회사 가람누리]]에 투자했다.", "[[다온로지㈜]]는 직원을 뽑는다."),
        ("주식회사를 세웠다.",),
    ),
    Rule(
        "organization.media_title",
        "a newspaper or magazine in angle brackets before 기자, 창간 …",
        ("그는 <[[달맞이소식]]> 기자로 일했다.",),
        ("영화 <기생충>을 보았다.",),
    ),
    Rule(
        "organization.byline",
        "the paper of a byline or a copyright line",
        ("([[갈매기타임]]) 김민수 기자 = 비가 내린다.", "저작권자 © [[한밭소식지]] 무단전재 금지"),
    ),
    Rule(
        "organization.credit",
        "a news agency where a dispatch or a picture says whom it is from",
        ("(베를린=[[신화]]) 강물이 불었다.", "(사진=[[AP]]/[[뉴시스]]) 배가 들어온다.", "<[[연합]]>"),
        ("단군 신화를 읽었다.",),
    ),
    Rule(
        "organization.academy",
        "a university that no list has, by its short form, where scholars come from it",
        ("[[베이츠대]] 교수가 답했다.", "그는 [[드루리대]]를 졸업했다.", "[[하버드大]]가 등록금을 올렸다."),
        ("군대 생활을 마쳤다.", "무대 의상을 골랐다.", "이번이 最大 고비다."),
    ),
    Rule(
        "organization.paper",
        "a newspaper of several words that no list has, where it reports or is said to be one",
        ("현지 언론 [[카리바 포스트]]는 비가 왔다고 보도했다.", "일간 '[[소마 트리뷴]]'은 비가 왔다고 전했다."),
        ("그가 새 뉴스를 전했다.", "카리바 뉴스를 봤다."),
    ),
    Rule(
        "organization.so_called",
        "an unknown name that is said to be a firm, a group, a paper",
        ("‘[[한들투어]]’라는 회사가 있었다.", "그는 [[미르누리]]라는 단체를 세웠다."),
        ("회사라는 조직은 그렇다.",),
    ),
    Rule(
        "organization.school",
        "a school by its short name before its teachers and pupils",
        ("임하늘 [[문지초]] 교사가 상을 받았다.", "그날은 [[해나루초]] 학생 열 명이 왔다."),
        ("최초 교사 모임이다.", "재학 중 학생이 다쳤다."),
    ),
    Rule(
        "organization.bracket",
        "an abbreviation or another form in brackets beside an organization",
        ("[[전국나루터보존협회]]([[KRPA]])가 성명을 냈다.",),
        ("양해각서(MOU)를 맺었다.",),
    ),
    Rule(
        "organization.transliterated",
        "a foreign name with its Latin form, where somebody visits it or signs with it",
        ("일행은 [[넥서라임]]([[NexLime]])을 방문했다.",),
    ),
    Rule(
        "organization.role",
        "an unknown name right after what it is: 매체, 소속사, 스타트업",
        ("지역 매체 [[도일리안]]은 다르게 전했다.", "스타트업 ‘[[빠른배달]]’이 문을 닫았다."),
        ("소속사 사무실은 비어 있었다.",),
    ),
    Rule(
        "organization.led",
        "an unknown name between a person and a leader's title, or before the leader in brackets",
        ("박영수 [[한들누리]] 대표가 참석했다.", "[[미르누리]](대표 오상훈)가 창고를 짓는다."),
        ("박영수 공동 대표가 참석했다.",),
    ),
    Rule(
        "organization.told",
        "an unknown name that its sentence says to be a firm, or before a person and a leader's title",
        ("[[벨루시아]]는 전지를 만드는 업체다.", "[[주원이엔티스]] 김진후 대표가 참석했다."),
        ("이날 김진후 대표가 참석했다.", "대구는 전지를 만드는 기업이 많은 도시다."),
    ),
    Rule(
        "organization.quoted",
        "a share, by its number or its price in brackets",
        ("[[벨루시아]](123450)는 신제품을 내놓았다.", "코스닥에서 [[코르디엠]](29.95%)이 가장 많이 올랐다."),
        ("투표에서는 찬성(51.2%)이 많았다.",),
    ),
    Rule(
        "organization.according",
        "an unknown name before 에 따르면",
        ("[[갤럭사이트]]에 따르면 판매가 줄었다.",),
        ("보고서에 따르면 판매가 줄었다.",),
    ),
    Rule(
        "organization.reports",
        "an unknown name that reports",
        ("[[엘디아리오나]]는 총리가 물러난다고 보도했다.",),
    ),
    Rule(
        "organization.firm",
        "an unknown name before 본사, 계열사, 지분 …",
        ("[[발카누스]] 본사는 리가에 있다.",),
    ),
    Rule(
        "organization.latin",
        "a Latin acronym that acts",
        ("[[KQRA]]는 새 규칙을 발표했다.",),
        ("GDP는 3% 늘었다고 한국은행이 밝혔다.",),
    ),
    Rule(
        "organization.spelled",
        "a name of Latin letters by their names, which no dictionary has",
        ("[[에스엔누리]]는 공장을 옮겼다.", "어제는 [[엔케이도울]]과 손을 잡았다."),
        ("유에스비 두 개를 샀다.", "비디오와 오디오를 팔았다."),
    ),
    Rule(
        "organization.market",
        "a share by the move of its price",
        ("코스닥시장에서 [[다온엑시트]]는 5.2% 오른 2천원에 거래를 마쳤다.",),
        ("코스닥지수는 5.2% 오른 700에 거래를 마쳤다.",),
    ),
    Rule(
        "organization.latin_name",
        "words in Latin letters that end in what an organization is",
        (
            "음반사 [[블루하버 레코드]]([[Blue Harbor Records]])가 밝혔다.",
            "그는 [[Lindmar Institute]]에서 일했다.",
        ),
        ("그는 Golden Records Awards 무대에 섰다.",),
    ),
    Rule(
        "organization.series",
        "an unknown name in a row with organizations that are summed up as such",
        ("[[퀄컴]], [[인텔]], [[트루노바]] 등 반도체 기업이 모였다.",),
        ("사과, 배, 감 등 과일을 팔았다.",),
    ),
    Rule(
        "organization.state",
        "a country and an organ of it",
        ("[[부탄 검찰]]이 수사한다.", "[[몰디브 경찰]]은 두 명을 붙잡았다."),
    ),
    Rule(
        "organization.country",
        "a country that acts: agrees, announces, plays",
        ("[[북한]]은 미사일을 발사했다.", "[[한국]]은 2-1로 승리해 결승에 진출했다."),
        ("미국에서 공부했다.", "일본 여행을 떠났다.", "독일 맥주를 마셨다."),
    ),
    Rule(
        "organization.bloc",
        "남북, 한미, 한·미·일: each state by itself",
        ("[[남]][[북]] 정상회담이 열렸다.", "[[한]]·[[미]] 동맹을 확인했다."),
        ("길이 남북으로 뻗어 있다.",),
    ),
    Rule(
        "organization.municipality",
        "a municipality that acts, a town abroad too",
        ("[[울산시]]는 협약을 맺었다고 밝혔다.", "[[구미시]], 로봇 기업과 협약 체결"),
        ("울산시에 비가 내렸다.", "구미시에서 열린 행사에 갔다."),
    ),
    Rule(
        "organization.bare_municipality",
        "시는, 군은, 도에 따르면 in a text about one",
        ("[[단양군]]은 축제를 연다고 밝혔다. [[군]]은 예산 10억원을 지원한다.",),
    ),
    Rule(
        "organization.team_town",
        "a town that stands for its team, which the text names in full",
        ("[[포항 스틸러스]]의 감독이 바뀌었다. [[포항]]은 후반에 두 골을 넣어 승리했다.",),
    ),
    Rule(
        "organization.established",
        "a name that the text makes plain elsewhere",
        ("[[㈜누리담]]은 창고를 옮겼다. 주민들은 [[누리담]]에 항의했다.",),
    ),
    Rule(
        "organization.abbreviation",
        "a short form whose letters stand in a name of the text",
        ("[[강원자원봉사자총연맹]]은 반대했다. 이날 [[강원자총]] 회의실에는 아무도 없었다.",),
    ),
)
