"""Names that no list knows, by what they are written with: ㈜, quotation marks, a role before them."""

from __future__ import annotations

import re

from kextract.letters import is_closed
from kextract.rules.organization import boundaries, brackets, bylines, credits, latin, legal, papers, told
from kextract.rules.organization.evidence import around
from kextract.rules.organization.found import Found
from kextract.rules.organization.heads import (
    NOUN_TAGS,
    person_shaped,
    unheard,
)
from kextract.rules.organization.legal import head_follows
from kextract.rules.organization.names import Name, latin_stop, places, surnames
from kextract.rules.organization.reports import reports
from kextract.rules.organization.scan import Scan
from kextract.rules.organization.signs import SPELLED_FIRSTS, spelled
from kextract.rules.organization.vocabulary import FIRM_OFFICERS

ROLE_CLASSES = {"media": "media", "company": "company", "other": "association"}
ROLE_GAPS = frozenset([" ", " '", ' "', " ‘", " “", " <", " 《", " ㈜"])
# words between a name and a title that name no organization: 김철수 공동 대표
NO_FIRM = frozenset(
    """
    사회적기업 마을기업 협력업체 공동 전임 신임 현직 초대 상임 명예 최고 수석 선임 책임 정책 당시 부문 총괄 담당 대표
    회사 기업 업체 협회 학교 대학
    본사 사무소 연구 영업 개발 기획 전략 경영 재무 인사 관리 운영 홍보 마케팅 생산 기술 품질 구매 자문 비상임 등기
    사외 사내 임시 직무대행 선거 비상대책 대책 특별 조직 심사 심의 집행 준비 추진 조사 총무 단독 각자 지역 중앙 전국
    시민 경제 사회 문화 정치 국제 체육
    """.split()
)
NO_FIRM_ENDS = ("본부", "담당", "총괄", "부문", "직무대행", "권한대행", "사업부")  # 전략연구담당
# nouns of four letters that follow a kind of firm and name none
ROLE_NOUNS = frozenset(
    "홈페이지 편집국장 인터넷판 온라인판 관계자들 아르바이트 프로그램 애플리케이션 스마트폰 아이디어 서비스센터".split()
)
# what is written with the names of letters and is no firm
COMMON_LETTERS = frozenset(
    """
    유에스비 씨씨티브이 에이아이 디엔에이 알엔에이 엘이디 오엘이디 티브이 아이티 씨디 디브이디 오티티 케이팝 케이티엑스
    에스티엑스 에이치디 유에프오 에스엔에스 유알엘 피디에프 지피에스 에이에스 에이티엠 에스유브이 엠브이피 알앤비
    이에스지 아이알 피알 에이치알 엠앤에이 디제이 엠씨 브이아이피 오에스 씨피유 지피유 에스오에스 에이즈 에이스 에이급
    비급 씨급 이씨 엔지 오엠알 케이오 유엔 이알 아이디 와이파이 에이피티 엠티 오티 씨씨 피티 피씨 엠제이 에스엠에스
    """.split()
)
EXTRA = {"latin": "latin", "firm": "firm", "reports": "reports"}
OPENED = (" (", "(")
QUOTES = tuple("'\"‘’“”")
# what a post ends in: 문화부장, 사업본부장
TITLED = ("부장", "국장", "팀장", "본부장", "위원장", "센터장", "회장", "사장", "대표", "이사", "기자", "실장", "단장")
SHORTEST_SWALLOWED = 3  # letters
_SCHOOL = re.compile(
    r"(?<![가-힣])([가-힣]{2,6}?)(?:초교|초|중|고|여중|여고)"
    r"(?=(?: (?:교사|교장|교감|학생|병설유치원|[1-6]학년|총동문회|축구부|야구부))|[1-6][),·])"
)
SCHOOL_LETTERS = frozenset("초중고")
_SCHOOL_TALK = re.compile(
    "초등학|중학교|고등학|초등부|중등부|고등부|교장|고교|교육청|배구부|축구부|야구부|농구부|장학금|재학생|졸업생|신입생|전교생"
)
_SO_CALLED = re.compile(
    r"(?<![가-힣A-Za-z0-9&])([가-힣A-Za-z0-9&]{2,}?)['’\"”]?(?:이라는|라는|이란|란) "
    r"(회사|업체|기업|출판사|여행사|법인|스타트업|방송사|은행|브랜드|단체|매체|조직|정당|신문|잡지|언론사|협동조합|교회|재단"
    r"|연구소|병원|학원|동호회|극단|밴드부|봉사단)"
)
FIRMS = frozenset("회사 업체 기업 출판사 여행사 법인 스타트업 은행 브랜드".split())
_PAIR = re.compile(r"(?<![가-힣·])[검군]·경(?=[은이의과을에 ,]|$)")
_NTH = re.compile(r"\d부")
# a court's or a prosecution's section that is named without its house: 형사6부, 민사합의12부
_SECTION = re.compile(
    r"(?<![가-힣\d])(?:형사|민사|행정|형사합의|민사합의|공판|특수|강력|공안|외사|금융조사|공공수사|반부패수사|수사"
    r"|첨단범죄수사|여성아동범죄조사|공정거래조사|조세범죄조사|방위사업수사)제?\d{1,2}부(?!장)"
)
OPEN_TITLES = ("<", "《", "〈", "『", "「")


def at(scan: Scan, i: int, found: Found) -> None:
    """Chunk `i`, which is no name of a list and has no head."""
    following = scan.words[i + 1][:3] if i + 1 < scan.size else ""
    role = scan.vocabulary.role(scan.words[i - 1]) if i and scan.gaps[i] in ROLE_GAPS else None
    if role is not None and not scan.cores[i].endswith(TITLED) and not _is_kind(scan, i):
        _unknown(scan, i, "role", found, Name(ROLE_CLASSES[role], "", ""))
    elif i + 1 < scan.size and _led(scan, i):
        _led_by(scan, i, found)
    elif following == "따르면" and scan.gaps[i + 1] == " ":
        _unknown(scan, i, "according", found, Name("", "", ""))
    elif scan.gaps[i + 1] == " " and scan.core(i + 1) in scan.vocabulary.firm and len(scan.words[i]) > 2:
        _unknown(scan, i, "firm", found, Name("", "", ""))
    elif reports(scan, i):
        _unknown(scan, i, "reports", found, Name("media", "", ""))
    elif scan.words[i][0].isascii() and _is_acronym(scan.cores[i]):
        _unknown(scan, i, "latin", found, Name("", "", ""))
    elif scan.words[i][0] in SPELLED_FIRSTS and spelled(scan.cores[i]):
        _spelled(scan, i, found)


def _spelled(scan: Scan, i: int, found: Found) -> None:
    """에스비엠, 엔케이누리: a name of spelled letters that no dictionary has."""
    chunk, core = scan.chunks[i], scan.cores[i]
    if len(core) > 3 and core[-1] in "의는은를을":
        core = core[:-1]  # the tokenizer took the particle for a part of the name
    end = chunk.start + len(core)
    if core in COMMON_LETTERS or person_shaped(core) or not unheard(scan, i) or core in places():
        return
    evidence = ["spelled", *around(scan, i, i, end)]
    found.emit(scan, (i, i, chunk.start, end), "spelled", evidence, Name("company", "", ""))


def _is_kind(scan: Scan, i: int) -> bool:
    """스타트업 액셀러레이터: one more word for a kind of firm, or an abbreviation that is none."""
    return scan.cores[i] in latin_stop() or scan.vocabulary.role(scan.cores[i]) is not None


def _led(scan: Scan, i: int) -> bool:
    """박영수 한들정밀 대표; 한들정밀(대표 박영수); 박영수(한들정밀 대표)."""
    gap, following = scan.gaps[i + 1], scan.cores[i + 1]
    if gap == " " and scan.gaps[i] in OPENED and scan.words[i + 1] in FIRM_OFFICERS:
        return i > 0 and scan.gaps[i + 2][:1] == ")" and person_shaped(scan.words[i - 1])
    if gap == " " and following in FIRM_OFFICERS:
        return (
            not person_shaped(scan.words[i])
            and i > 0
            and scan.gaps[i] == " "
            and scan.bare(i)
            and person_shaped(scan.words[i - 1])
        )
    if gap not in ("(", "[") or i + 2 >= scan.size:
        return False
    if following in scan.vocabulary.officer:
        return scan.core(i + 2)[:1] in surnames() and not _is_noun(scan, i + 2)  # 휴회결의(의장 제의)
    return person_shaped(scan.words[i + 1]) and _officer_in_brackets(scan, i + 2) and _looks_proper(scan, i)


def _is_noun(scan: Scan, i: int) -> bool:
    """Is chunk `i` one common noun of the dictionary?"""
    chunk, line = scan.chunks[i], scan.line
    return (
        line.tags[chunk.first] == "NNG"
        and line.ends[chunk.first] >= chunk.core
        and line.starts[chunk.first] not in line.unknown
    )


def _officer_in_brackets(scan: Scan, k: int) -> bool:
    """한들정밀(박영수 기계공학과 교수)"""
    for m in range(k, min(k + 4, scan.size)):
        if scan.gaps[m] != " ":
            return False
        if scan.gaps[m + 1][:1] == ")":
            return scan.words[m] in scan.vocabulary.officer
    return False


def _led_by(scan: Scan, i: int, found: Found) -> None:
    chunk, core = scan.chunks[i], scan.cores[i]
    if len(core) < 2 or core in scan.vocabulary.officer or core in NO_FIRM or core in places():
        return
    if core.endswith(NO_FIRM_ENDS) or (
        scan.line.ends[chunk.first] >= chunk.core
        and scan.line.tags[chunk.first] != "NNP"
        and chunk.start not in scan.line.unknown
    ):
        return  # a noun of one token
    found.emit(scan, (i, i, chunk.start, chunk.end), "led", ["led"], Name("company", "", ""))


def _beside_name(scan: Scan, i: int) -> bool:
    """이주용 부산 부흥중 교사, 이효정(창북초2)"""
    if scan.gaps[i][-1:] == "(":
        return not scan.bare(i) or scan.words[i][-1].isdigit() or scan.gaps[i + 1] in (")", ",", "·")
    if not i or scan.gaps[i] != " " or not scan.bare(i - 1):
        return False
    return person_shaped(scan.words[i - 1]) or scan.words[i - 1] in places()


def _is_acronym(core: str) -> bool:
    return 1 < len(core) < 7 and core.isascii() and core.isalpha() and core.isupper() and core not in latin_stop()


def _looks_proper(scan: Scan, i: int) -> bool:
    core = scan.cores[i]
    if len(core) < 2 or core in places() or person_shaped(core):
        return False
    return unheard(scan, i)


def _is_unheard_of(scan: Scan, i: int) -> bool:
    """Is it what the tokenizer makes of names that it does not know: one token of four letters, or bits of verbs?"""
    chunk, core, words = scan.chunks[i], scan.cores[i], scan.vocabulary
    if len(core) < 4 or core in ROLE_NOUNS:
        return False
    if scan.words[i - 1].endswith("인") and scan.line.ends[chunk.first] - chunk.start == 1:
        return True  # 제조업체인 이레누리산업, in bits for the tokenizer
    if scan.line.ends[chunk.first] < chunk.core and scan.line.tags[chunk.first] in NOUN_TAGS:
        return False
    return not (core in words.side or core in words.officer or core in words.trade or core in words.kinds)


def _unknown(scan: Scan, i: int, rule: str, found: Found, name: Name) -> None:
    quoted = scan.gaps[i][-1:] in QUOTES and scan.gaps[i + 1][:1] in QUOTES
    chunk = scan.chunks[i]
    unheard_of = (rule == "role" and _is_unheard_of(scan, i)) or (rule == "firm" and chunk.start in scan.line.unknown)
    if not quoted and not unheard_of and not _looks_proper(scan, i):
        return
    j = i + 1 if rule == "role" and head_follows(scan, i) else i  # 매체 새벽 포스트
    core = scan.chunks[j].core
    evidence = around(scan, i, j, core)
    if rule in EXTRA:
        evidence.append(EXTRA[rule])
    end = chunk.end if quoted else core
    if rule == "role" and j == i and not quoted and _swallowed(scan, i):
        end = chunk.end - 1
    found.emit(scan, (i, j, chunk.start, end), rule, evidence, name)


def _swallowed(scan: Scan, i: int) -> bool:
    """Is the last letter of an unknown name a particle that the tokenizer took for part of it: 가온나와?"""
    chunk, word = scan.chunks[i], scan.words[i]
    if (
        len(word) < SHORTEST_SWALLOWED
        or scan.line.ends[chunk.first] < chunk.end
        or chunk.start not in scan.line.unknown
    ):
        return False
    return word[-1] in ("이과은을" if is_closed(word[-2]) else "와는를")


def find(scan: Scan, found: Found) -> None:
    """What symbols show in a line."""
    text = scan.text
    legal.find(scan, found)
    if "<" in text or "《" in text or "「" in text or "『" in text or "〈" in text:
        _titles(scan, found)
    if "©" in text or "ⓒ" in text or "기자" in text or text[:1] == "[":
        bylines.find(scan, found)
    if "부" in text and _NTH.search(text) is not None:
        _sections(scan, found)
    if "·경" in text:
        _pairs(scan, found)
    if "제공" in text:
        credits.givers(scan, found)
    if "=" in text or "ⓒ" in text or "연합" in text or "뉴시스" in text:
        credits.find(scan, found)
    if "보도" in text or "전했" in text or "전한" in text or "따르면" in text:
        papers.find(scan, found)
    if "라는 " in text or "란 " in text:
        _so_called(scan, found)
    if "교사" in text or "교장" in text or "학년" in text or "학생" in text or "초" in text:
        _schools(scan, found)
    if _SCHOOL_TALK.search(text) is not None:
        _schools_by_letter(scan, found)
    if not latin.NAMES.isdisjoint(scan.cores):
        latin.find(scan, found)
    if "(" in text:
        brackets.find(scan, found)
    told.find(scan, found)


def _sections(scan: Scan, found: Found) -> None:
    """형사6부는, 특수2부가: sections by their number, the house named before or not at all."""
    starts = scan.beginning()
    for section in _SECTION.finditer(scan.text):
        i = starts.get(section.start())
        if i is not None and scan.closes(i, i, section.end()):
            found.emit(scan, (i, i, *section.span()), "head", ["head_common"], Name("prosecution", "", ""))


def _pairs(scan: Scan, found: Found) -> None:
    """검·경, 중국 군·경: two actors by a letter each."""
    starts = scan.beginning()
    for pair in _PAIR.finditer(scan.text):
        i = starts.get(pair.start())
        if i is None or i + 1 == scan.size or scan.gaps[i + 1] != "·":
            continue
        first, second = boundaries.left(scan, i, "police"), scan.chunks[i + 1].start
        name = Name("police", "G", "")
        found.emit(scan, (first, i, scan.chunks[first].start, second - 1), "generic", ["generic"], name)
        found.emit(scan, (i + 1, i + 1, second, second + 1), "generic", ["generic"], name)


def _so_called(scan: Scan, found: Found) -> None:
    """‘한들투어’라는 회사, 누리담이란 단체"""
    starts = scan.beginning()
    for said in _SO_CALLED.finditer(scan.text):
        i = starts.get(said.start(1))
        if i is None or (scan.text[said.end(1)] not in QUOTES and _is_noun(scan, i)):
            continue
        if scan.gaps[i][-1:] not in (" ", *QUOTES) or said[1] in latin_stop() or len(said[1]) > 20:
            continue
        name = Name("company" if said[2] in FIRMS else "association", "", "")
        found.emit(scan, (i, i, *said.span(1)), "so_called", ["role_before"], name)


def _schools(scan: Scan, found: Found) -> None:
    """한들초 교사, 김영호(한들초6): schools by their short names."""
    starts = scan.beginning()
    for short in _SCHOOL.finditer(scan.text):
        i = starts.get(short.start())
        if i is not None and (short[1] in places() or _looks_proper(scan, i) or _beside_name(scan, i)):
            found.emit(scan, (i, i, *short.span()), "school", ["pupils"], Name("school", "", ""))


def _schools_by_letter(scan: Scan, found: Found) -> None:
    """송파중은 단구초를 …: a place, or a word of no dictionary, with one letter more where schools are spoken of."""
    unknown, towns = scan.line.unknown, places()
    for i, core in enumerate(scan.cores):
        if core[-1:] not in SCHOOL_LETTERS or not 2 < len(core) < 9:
            continue
        chunk = scan.chunks[i]
        guessed = chunk.start in unknown and scan.line.ends[chunk.first] >= chunk.core
        if (guessed or core[:-1] in towns) and scan.words[i + 1 : i + 2] not in (["중"], ["고"]):  # 한국초·중·고교
            found.emit(scan, (i, i, chunk.start, chunk.core), "school", ["pupils"], Name("school", "", ""))


def _titles(scan: Scan, found: Found) -> None:
    """<달맞이소식> 창간, 《바닷가소식》 기자."""
    for i in range(scan.size):
        if not scan.gaps[i].endswith(OPEN_TITLES):
            continue
        j = i
        while j + 1 < scan.size and j - i < 4 and scan.gaps[j + 1] == " ":
            j += 1
        after = scan.gaps[j + 1]
        if after[:1] not in (">", "》", "〉", "』", "」") or scan.core(j + 1) not in scan.vocabulary.media_after:
            continue
        span = (i, j, scan.chunks[i].start, scan.chunks[j].end)
        found.emit(scan, span, "media_title", ["quoted_title"], Name("media", "", ""))
