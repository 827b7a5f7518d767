"""Names by their ending: 송파경찰서, 국사편찬위원회, 콜로라도 대학."""

from __future__ import annotations

from kextract.rules.organization import vocabulary as words
from kextract.rules.organization.names import Head, catalog, common, heads, places
from kextract.rules.organization.scan import Scan

# heads that make a name with common nouns: 국사편찬위원회, but not 대학병원
COMMON_STEM = frozenset(
    """
    위원회 협회 학회 연맹 연합회 총연합회 총연맹 중앙회 협의회 재단 문화재단 장학재단 복지재단 진흥원 연구원 평가원 개발원 정보원 관리원 인증원 기술원 과학원 공단 공사
    관리공단 시설공단 노동조합 공제회 공제조합 협동조합 시민연대 연대 운동본부 대책위 대책위원회 비대위 비상대책위원회 특위 특별위원회 소위 소위원회 추진위 추진위원회 조직위 조직위원회 선대위
    공관위 공천관리위원회 기념사업회 사업회 진흥회 보존회 총학생회 대책본부 수사본부 합동수사본부 수사단 조사단 추진단 지원단 기획단 사업단 사절단 검증단 특별수사팀 산학협력단 신탁 국민신탁
    의사회 약사회 변호사회 기자회 상공회의소 윤리위 조사위 심의위 심의위원회 국제기구 기구 사단 사령부 교육지원청 개발청 청
    """.split()
)

PROPER, PLACE, NAME, COMMON, BROKEN, NUMBER, EMPTY = "proper", "place", "name", "common", "broken", "number", "empty"


def head_of(text: str) -> Head | None:
    """The longest head that `text` ends in, or None."""
    table = heads()
    for head in table.get(text[-2:], ()):
        if text.endswith(head.text):
            return head
    for head in table.get(text[-1:], ()):
        return head
    return None


def head_at(scan: Scan, i: int) -> tuple[int, Head] | None:
    """The end in the line and the head of a name that ends within chunk `i`, titles left out."""
    chunk = scan.chunks[i]
    core = scan.text[chunk.start : chunk.core]
    if len(core) < 2:
        return None
    head = head_of(core)
    if head is not None:
        return chunk.core, head
    for tail in LAST_TAILS.get(core[-1], ()):
        if core.endswith(tail) and len(core) - len(tail) > 2:
            head = head_of(core[: -len(tail)])
            if head is not None and len(head.text) > 1:
                return chunk.core - len(tail), head
    return None


LAST_TAILS: dict[str, tuple[str, ...]] = {}
for _tail in words.TAILS:
    LAST_TAILS[_tail[-1]] = (*LAST_TAILS.get(_tail[-1], ()), _tail)


def stem_kind(scan: Scan, i: int, stem_end: int) -> str:
    """What a head stands on within its chunk: EMPTY, PLACE, NAME (of the lexicon), PROPER, COMMON, NUMBER, BROKEN."""
    chunk = scan.chunks[i]
    if stem_end <= chunk.start:
        return EMPTY
    stem = scan.text[chunk.start : stem_end]
    if stem in places():
        return PLACE
    name = catalog().entries.get(stem)
    if name is not None and name.flag != "P":
        return NAME
    if stem.isdigit():
        return NUMBER
    starts, tags = scan.line.starts, scan.line.tags
    proper = broken = False
    for token in range(chunk.first, chunk.last):
        if starts[token] >= stem_end:
            break
        tag = tags[token]
        if tag in PROPER_TAGS:
            proper = True
        elif tag not in NOUN_TAGS:
            broken = True
    return BROKEN if broken else PROPER if proper else COMMON


PROPER_TAGS = frozenset(["NNP", "SL", "SH"])
NOUN_TAGS = frozenset(["NNG", "NNP", "SL", "SH", "SN", "XSN", "XPN", "NNB", "NR", "XR", "MM", "SW", "NP"])


def is_common(text: str) -> bool:
    """Is it a word for a kind of organization rather than a name: 대학병원?"""
    return text in common()
