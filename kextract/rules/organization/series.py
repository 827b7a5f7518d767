"""Names in a row. Where some are organizations beyond doubt, so are their neighbours (퀄컴, 트루노바 등 기업); where
the row is said to be one of firms, so are all of it (한들미르, 누리담 등 8개사; 참여 기업은 한들미르, 누리담)."""

from __future__ import annotations

import re

from kextract.rules.organization.found import Found
from kextract.rules.organization.heads import PROPER_TAGS, head_of, is_common, person_shaped, unheard
from kextract.rules.organization.names import Name, catalog, latin_stop, places
from kextract.rules.organization.scan import Scan

SEPARATORS = frozenset([", ", "·", ",", "/", " · ", "-", " / "])
_SEPARATED = re.compile(r"[,·/\-]")
SETTLED = 1.0  # the score above which a row adds nothing
SURE = 2.0  # the score that makes a neighbour sure
KIND_WINDOW = 5
NO_COMPANY = frozenset(["country", "local", "government", "ministry", "police", "court", "prosecution", "military"])
JOINING = "와과나"  # 포드나 제너럴모터스
PAIRED = frozenset("와 과 로부터 으로부터 에서 에게 나 이나 은 는 이 가 의 을 를 도 에 측은 측이".split())
QUOTES = str.maketrans("", "", "'\"‘’“”`")
ASIDE = 8  # words in brackets that a row goes on after: 한들미르(대표 김영호), 누리담(대표 …)
# firms by the number: 등 8개사, 등 국내 3개 기업, 등 여러 스타트업
_COUNTED = re.compile(
    r"등(?:이|은|을|의|에|도|과)? ?(?:[가-힣]{2,6} ){0,2}?(?:총 ?)?"
    r"(?:\d{1,4}|수십|여러|두|세|네|다섯|여섯|일곱|여덟|아홉|열)여? ?"
    r"(?:개사|社|곳의? ?기업|개 ?(?:사(?![가-힣]{2})|[가-힣]{0,4}"
    r"(?:기업|업체|회사|기관|단체|법인|대학|학교|병원|은행|매체|언론사|상장사|스타트업|협회|증권사|제약사|건설사|운용사|출판사"
    r"|방송사|연구소|투자사|협력사|계열사|통신사|자회사)))"
)
# what a row of shares is called besides the kinds of firms: 하한가를 기록한 종목은 …
LISTED_KINDS = frozenset("종목 상장사 상장기업 상장법인 등록기업 고객사 협력사 계열사 자회사".split())
# what leads a row of firms: 참여 기업은, 투자사로는
_LEADING = frozenset(["은", "는", "로는", "으로는", "에는", "인", "로", "으로"])
BETWEEN = 2  # sure names that a row without signs has besides
KIN = 2  # members of a row whose kind's ending makes listed names of them
KINDS = {
    "저축은행": ("저축은행",),
    "은행": ("은행",),
    "금융지주": ("금융지주", "금융그룹"),
    "카드사": ("카드",),
    "증권사": ("증권", "투자증권"),
    "생보사": ("생명",),
    "손보사": ("화재", "손해보험", "해상", "해상화재보험"),
    "보험사": ("생명", "화재", "손해보험"),
    "건설사": ("건설",),
    "항공사": ("항공",),
    "제약사": ("제약", "약품"),
    "조선사": ("중공업", "조선해양"),
    "백화점": ("백화점",),
}
Item = tuple[int, int]


def find(scan: Scan, found: Found) -> None:
    """Adds the unknown members of the line's rows."""
    sure = {i: (j, c.facts.name_class) for i, j, c in scan.spans if c.score >= SURE}
    known = {i for i, _, c in scan.spans if c.score >= SETTLED}
    if sure:
        _pairs(scan, sure, known, found)
    if len(sure) > BETWEEN:
        _between(scan, sure, known, found)
    counted = "등" in scan.text and _COUNTED.search(scan.text) is not None
    if not counted and not _SEPARATED.search(scan.text):
        return
    for row in _rows(scan, sure, counted):
        _read(scan, row, sure, known, found)


def _pairs(scan: Scan, sure: dict[int, tuple[int, str]], known: set[int], found: Found) -> None:
    """누리생명과 정관장이: an ambiguous name of the lists beside a sure one."""
    for i, (j, name_class) in sure.items():
        if name_class in NO_COMPANY:
            continue
        if scan.words[j][-1] in JOINING and j + 1 < scan.size and scan.gaps[j + 1] == " " and j + 1 not in known:
            _partner(scan, j + 1, found)
        if j + 2 < scan.size and scan.gaps[j + 1] == ")" and scan.words[j + 1] in JOINING and j + 2 not in known:
            _partner(scan, j + 2, found)  # 가온모터스(GM)와 포드
        if i and scan.words[i - 1][-1] in JOINING and scan.gaps[i] == " " and i - 1 not in known:
            _partner(scan, i - 1, found)


def _between(scan: Scan, sure: dict[int, tuple[int, str]], known: set[int], found: Found) -> None:
    """LG화학 한솔제지 대상 삼성물산: a row without signs, an ambiguous name of a firm between sure ones."""
    ends = {j: i for i, (j, _) in sure.items() if scan.bare(j)}
    for k in range(1, scan.size - 1):
        if k in known or scan.gaps[k] != " " or scan.gaps[k + 1] != " " or not scan.bare(k):
            continue
        before = ends.get(k - 1)
        if before is None or k + 1 not in sure or before - 1 not in ends:
            continue
        entry = scan.catalog.get(scan.words[k])
        if entry is not None and entry.flag == "C" and entry.name_class == sure[before][1]:
            found.emit(scan, (k, k, scan.chunks[k].start, scan.chunks[k].end), "series", ["ambiguous", "paired"], entry)


def _partner(scan: Scan, k: int, found: Found) -> None:
    named = scan.named(k)
    chunk, core = scan.chunks[k], scan.cores[k]
    if named is None and len(core) > 2 and core.isascii() and core.isupper() and core not in latin_stop():
        if scan.rest(k, chunk.core) in PAIRED:
            name = Name("company", "", "")
            found.emit(scan, (k, k, chunk.start, chunk.core), "series", ["latin", "paired"], name)  # GM과 FCA는
        return
    if named is None or named[2].flag != "C" or named[2].name_class in NO_COMPANY or named[0] != k:
        return
    end = named[1]
    if scan.rest(k, end) not in PAIRED or scan.line.tags[scan.chunks[k].first] == "NNG":
        return
    found.emit(scan, (k, k, scan.chunks[k].start, end), "series", ["ambiguous", "paired"], named[2])


def _rows(scan: Scan, sure: dict[int, tuple[int, str]], counted: bool) -> list[list[Item]]:
    """The rows of a line: items of one word or one known name between separators; a single one too, where it is
    `counted` (한들미르 등 8개사)."""
    rows: list[list[Item]] = []
    row: list[Item] = []
    k = 0
    while k < scan.size:
        last = sure[k][0] if k in sure else k
        if last == k and _two_words(scan, k) and (row or _next(scan, k + 1)):
            last = k + 1  # 알타비스타 코리아, 한들 갤러리
        after = _next(scan, last)
        if after:
            row.append((k, last))
        elif row or (counted and scan.words[min(last + 1, scan.size - 1)][:1] == "등"):
            rows.append([*row, (k, last)])
            row = []
        k = after or last + 1
    return rows


def _two_words(scan: Scan, k: int) -> bool:
    """Does a head stand by itself after the proper noun in chunk `k`?"""
    if k + 1 >= scan.size or scan.gaps[k + 1] != " " or not scan.bare(k):
        return False
    core = scan.cores[k + 1]
    head = head_of(core)
    if head is None or head.text != core or core in ("기업", "그룹") or scan.words[k] in places():
        return False
    telling = head.strength in ("strong", "fair") or head.name_class in ("media", "company")
    return telling and unheard(scan, k)


def _alike(scan: Scan, row: list[Item], known: set[int], found: Found) -> None:
    """누리 갤러리, 다온 갤러리, 미르 갤러리: names of two words that share the second."""
    pairs = [(i, last) for i, last in row if last == i + 1 and scan.cores[last] == scan.cores[row[-1][1]]]
    if len(pairs) < KIN:
        return
    head = head_of(scan.cores[pairs[0][1]])
    for i, last in pairs:
        if i not in known and last not in known and head is not None:
            span = (i, last, scan.chunks[i].start, scan.chunks[last].core)
            found.emit(scan, span, "series", ["kin", "several_words"], Name(head.name_class, "", ""))


def _next(scan: Scan, last: int) -> int:
    """The chunk of the next item of a row after chunk `last`, 0 if there is none; what stands in brackets between them
    is passed over."""
    k = last + 1
    if k >= scan.size:
        return 0
    gap = scan.gaps[k]
    if gap == " ":
        joined = scan.words[last][-1] in JOINING and scan.rest(last, scan.chunks[last].core) in ("와", "과")
        return k if joined else 0
    if gap == "-" and scan.words[last].isascii() and scan.words[k].isascii():
        return 0  # LG-EDS
    if gap in SEPARATORS or gap.translate(QUOTES) in SEPARATORS:
        return k
    if gap == "(":
        for m in range(k + 1, min(k + ASIDE, scan.size)):
            if ")" in scan.gaps[m]:
                return m if scan.gaps[m].partition(")")[2] in SEPARATORS else 0
    return 0


def _read(scan: Scan, row: list[Item], sure: dict[int, tuple[int, str]], known: set[int], found: Found) -> None:
    classes = [sure[i][1] for i, _ in row if i in sure]
    _kin(scan, row, known, found)
    _alike(scan, row, known, found)
    if classes and classes[0] in NO_COMPANY:
        return
    evidence = ["series"] if classes else []
    counted, introduced = _counted(scan, row[-1][1]), _led(scan, row[0][0])
    if counted or introduced:
        evidence.append("counted")
    elif len(row) > 1 and _summed_up(scan, row[-1][1]):
        evidence.append("summed_up")
    if counted and introduced:
        evidence.append("introduced")
    if len(classes) > 1:
        evidence.append("series_of_two")
    if not classes and evidence[:1] != ["counted"]:
        return
    for i, last in row:
        if i not in known:
            _member(scan, i, last, evidence, classes[0] if classes else "company", found)


def _kin(scan: Scan, row: list[Item], known: set[int], found: Found) -> None:
    """우리, 하나, 신한 등 시중은행; 삼성·교보 등 생보사: names without the ending that their kind gives them."""
    k = _behind(scan, row[-1][1])
    if len(row) < KIN or k >= scan.size or scan.words[k][:1] != "등":
        return
    endings: list[str] = []
    for m in range(k + 1, min(k + KIND_WINDOW, scan.size)):
        endings = [
            ending for kind in KINDS if scan.cores[m].removesuffix("들").endswith(kind) for ending in KINDS[kind]
        ]
        if endings:
            break
    full = [(i, entry) for i, _ in row for ending in endings if (entry := _sure(scan, scan.words[i] + ending))]
    if len(full) < KIN:
        return
    for i, entry in full:
        chunk = scan.chunks[i]
        if i not in known:
            found.emit(scan, (i, i, chunk.start, chunk.end), "series", ["kin"], entry)


def _sure(scan: Scan, surface: str) -> Name | None:
    entry = scan.catalog.get(surface)
    return entry if entry is not None and not entry.flag else None


def _behind(scan: Scan, last: int) -> int:
    """The chunk after an item, brackets passed over."""
    k = last + 1
    if k < scan.size and scan.gaps[k] == "(":
        return next((m for m in range(k + 1, min(k + ASIDE, scan.size)) if ")" in scan.gaps[m]), k)
    return k


def _counted(scan: Scan, last: int) -> bool:
    k = _behind(scan, last)
    return k < scan.size and scan.words[k][:1] == "등" and _COUNTED.match(scan.text, scan.chunks[k].start) is not None


def _led(scan: Scan, first: int) -> bool:
    """코스닥 상장사는 한들미르, 누리담"""
    if not first or scan.gaps[first].translate(QUOTES) != " ":
        return False
    core, word = scan.cores[first - 1], scan.words[first - 1]
    if word[len(core) :] not in _LEADING or core == word:
        return False
    return core in LISTED_KINDS or scan.vocabulary.role(core) == "company"


def _summed_up(scan: Scan, last: int) -> bool:
    """등 (국내) 기업, 등 4개 기관."""
    k = _behind(scan, last)
    if k >= scan.size or scan.words[k][:1] != "등":
        return scan.words[last].endswith("등") and _is_kind(scan, k)
    return any(_is_kind(scan, m) for m in range(k + 1, min(k + KIND_WINDOW, scan.size)))


def _is_kind(scan: Scan, k: int) -> bool:
    """기업, 바이오기업"""
    core = scan.core(k)
    return core in scan.vocabulary.kinds or scan.vocabulary.role(core) == "company"


def _member(scan: Scan, i: int, last: int, evidence: list[str], name_class: str, found: Found) -> None:
    chunk, core = scan.chunks[i], scan.cores[i]
    end = chunk.core
    if last > i:
        span = (i, last, chunk.start, scan.chunks[last].core)
        if unheard(scan, i):
            found.emit(scan, span, "series", [*evidence, "several_words"], Name(name_class, "", ""))
        return
    if core.endswith("외") and scan.rest(i, end) == "에" and len(core) > 3:
        core, end = core[:-1], end - 1  # 한들정밀외에
    if scan.bare(i) and core.endswith("등") and len(core) > 3 and scan.text[end : end + 1] == " ":
        core, end = core[:-1], end - 1  # 한들PE등 세 곳
    entry = catalog().get(core)
    if entry is not None and entry.flag == "C":
        found.emit(scan, (i, i, chunk.start, end), "series", ["ambiguous", *evidence], entry)
        return
    if "\u3400" <= core[:1] <= "\u9fff":
        return  # 車부품
    if len(core) < 2 or core in places() or core in latin_stop() or core.isdigit() or is_common(core):
        return
    if not scan.bare(i) and scan.rest(i, end) not in PAIRED and scan.rest(i, end) != "외에":
        return
    if core.isascii() and core.isupper():
        if len(core) < 3:
            return
        evidence = [*evidence, "latin"]
    if _goes_on(scan, i):
        return
    sure = len(evidence) > 2 and len(core) > 2  # among several firms, summed up as firms: any noun will do
    if sure or (not person_shaped(core) and unheard(scan, i)):
        found.emit(scan, (i, i, chunk.start, end), "series", evidence, Name(name_class, "", ""))


def _goes_on(scan: Scan, i: int) -> bool:
    """Does a noun follow chunk `i` that makes it the name of something else: 한들대, 창업지원사업 수행기관?"""
    if not scan.bare(i) or i + 1 >= scan.size or scan.gaps[i + 1] != " " or scan.words[i + 1][:1] == "등":
        return False
    words, following = scan.vocabulary, scan.cores[i + 1]
    beside = (
        following in words.side or following in words.officer or following in words.trade or following in words.firm
    )
    return not beside and PROPER_TAGS.isdisjoint(scan.line.tags[scan.chunks[i].first : scan.chunks[i].last])
