"""The words around an organization that tell something about it, read from `lexicon/organization_context.tsv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kextract import lexicon

MARKS = frozenset(["partner", "speak", "act", "sport", "venue", "beat", "give", "employ", "govern"])
Groups = dict[str, tuple[str, ...]]
BARE = "시도군구"
REPORT = "보도"
REPORTED = ("보도했", "보도하", "보도한")
# who leads or works for a firm; directors and members of parliament go with other things
FIRM_OFFICERS = frozenset(
    "대표 대표이사 회장 부회장 사장 부사장 전무 상무 이사장 최고경영자 CEO 팀장 과장 부장 이사 원장".split()
)
# one-letter names of states, and the pairs and triples that news makes of them: 남북, 한미일
STATES = {
    "한": "대한민국",
    "남": "대한민국",
    "북": "북한",
    "미": "미국",
    "일": "일본",
    "중": "중국",
    "영": "영국",
    "美": "미국",
    "中": "중국",
    "日": "일본",
    "北": "북한",
    "南": "대한민국",
    "韓": "대한민국",
    "러": "러시아",
    "露": "러시아",
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words by kind. `tails` are grouped by their first letter, `last_tails` by their last, `marks` (beginnings of
    words, each with its kind) by the first two."""

    particles: frozenset[str]
    tails: Groups
    last_tails: Groups
    side: frozenset[str]
    officer: frozenset[str]
    trade: frozenset[str]
    kinds: frozenset[str]
    organs: frozenset[str]
    diplomacy: frozenset[str]
    media_after: frozenset[str]
    nearby: frozenset[str]
    firm: frozenset[str]
    roles: dict[str, str]
    marks: dict[str, tuple[tuple[str, str], ...]]

    def role(self, word: str) -> str | None:
        """The kind of body that `word` says the next word names: 매체, 소속사인, 국제여성인권단체."""
        word = word.removesuffix("인")
        found = self.roles.get(word)
        if found is None and len(word) > 3:
            found = ROLE_ENDINGS.get(word[-2:]) or ROLE_ENDINGS.get(word[-3:]) or ROLE_ENDINGS.get(word[-4:])
        return found


# what the longer names of kinds of bodies end in: 국제여성인권단체, 의류브랜드
ROLE_ENDINGS = {
    **dict.fromkeys(["단체", "조직", "정당", "동호회", "무장세력"], "other"),
    **dict.fromkeys(
        ["업체", "회사", "기업", "브랜드", "쇼핑몰", "스타트업", "개발사", "제작사", "기획사", "플랫폼"], "company"
    ),
    **dict.fromkeys(
        ["전문점", "운용사", "협력사", "자회사", "계열사", "운영사", "유통사", "제조사", "투자사", "배급사"], "company"
    ),
    **dict.fromkeys(["매체", "언론", "일간지", "주간지", "월간지", "전문지", "방송사", "통신사", "언론사"], "media"),
}


@cache
def vocabulary() -> Vocabulary:
    """The whole list, loaded once."""
    kinds: dict[str, set[str]] = {}
    roles: dict[str, str] = {}
    marks: dict[str, list[tuple[str, str]]] = {}
    for word, kind in lexicon.rows("organization_context.tsv"):
        if kind in MARKS:
            marks.setdefault(word[:2], []).append((word, kind))
        elif kind.startswith("role:"):
            roles[word] = kind[5:]
        else:
            kinds.setdefault(kind, set()).add(word)
    return Vocabulary(
        particles=frozenset(kinds["particle"]),
        tails=_grouped(kinds["tail"], 0),
        last_tails=_grouped(kinds["tail"], -1),
        side=frozenset(kinds["side"]),
        officer=frozenset(kinds["officer"]),
        trade=frozenset(kinds["trade"]),
        kinds=frozenset(kinds["kind"]),
        organs=frozenset(kinds["organ"]),
        diplomacy=frozenset(kinds["diplomacy"]),
        media_after=frozenset(kinds["media_after"]),
        nearby=frozenset(kinds["nearby"]),
        firm=frozenset(kinds["firm"]),
        roles=roles,
        marks={key: tuple(found) for key, found in marks.items()},
    )


def _grouped(found: set[str], letter: int) -> Groups:
    groups: dict[str, list[str]] = {}
    for word in sorted(found, key=lambda word: (-len(word), word)):
        groups.setdefault(word[letter], []).append(word)
    return {key: tuple(group) for key, group in groups.items()}
