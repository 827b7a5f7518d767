"""The second reading: what a document made plain once holds for the rest of it."""

from __future__ import annotations

from kextract.rules.organization.brackets import is_subsequence
from kextract.rules.organization.evidence import elsewhere
from kextract.rules.organization.found import Found
from kextract.rules.organization.heads import is_common, person_shaped
from kextract.rules.organization.names import Name, countries, places, sponsors
from kextract.rules.organization.scan import SENTENCE_ENDS, Scan
from kextract.rules.organization.vocabulary import BARE

# what the short form of a body lacks, and what such a body ends in
FULL_OPENINGS = ("한국", "대한", "전국")
SHORTENED = (
    "협회",
    "학회",
    "약사회",
    "의사회",
    "연합회",
    "협의회",
    "중앙회",
    "연구원",
    "진흥원",
    "공단",
    "공사",
    "재단",
    "조합",
    "연맹",
    "기구",
)
LEAGUE_TOWNS = frozenset(
    """
    서울 수원 전북 울산 포항 대구 인천 강원 광주 제주 성남 대전 부산 전남 경남 안양 부천 김포 안산 천안 상주 김천 아산
    화성 용인 파주 김해 창원
    """.split()
)
# second words of teams that many teams have: 대구 FC
CLUB_WORDS = frozenset("FC SC 시민축구단 시민구단 유나이티드 시티 시청 군청 도시공사 대표팀 올스타".split())
# what short forms of associations end in, and the classes that have such forms
BODY_LETTERS = frozenset("협련연총맹")
BODIES = frozenset(["assoc", "association", "union", "ngo", "foundation", "sports_body"])
LONG_BODY = 6  # letters
STREETS = ("로", "길")
PLAYING = frozenset(
    ["은", "는", "이", "가", "의", "와", "과", "을", "를", "도", "전", "에", "전에서", "전에", "", "이번"]
)
# bodies whose names begin with where or among whom they are
SEATED = frozenset(
    """
    police court prosecution fire military gov government foreign_government armed_group local education edu school
    hospital
    """.split()
)
# what a town's club has and the town has not: 뮌헨 수비수
PLAYERS = frozenset(
    "수비수 공격수 미드필더 골키퍼 윙어 풀백 센터백 스트라이커 선수 선수들 감독 코치 구단 사령탑 이적설".split()
)
# what a town has and its club has not: 마드리드의 베르나베우에서
SHORT_WORD = 3  # letters that a kind of body has: 대표팀
SIGHTS = ("에서", "공항", "시내", "도심", "거리", "호텔", "구장", "경기장", "스타디움", "아레나")


def second_pass(scans: list[Scan], found: Found) -> None:
    """Finds the names that the first reading established where it passed them over."""
    _known_by_short_forms(found)
    found.established |= _clubs(found) | _without_country(found) | _without_opening(found)
    names = [surface for surface in found.established if len(surface) > 1]
    _bare_municipalities(scans, found)
    teams = _team_towns(found) | _league_towns(scans)
    if len({name.canonical for name in found.established.values() if name.name_class == "team"}) > 1:
        for scan in scans:
            _clubs_by_town(scan, found)
    if not names and not teams:
        return
    beginnings: dict[str, list[str]] = {}
    for surface in names:
        beginnings.setdefault(surface[:2], []).append(surface)
    for group in beginnings.values():
        group.sort(key=lambda surface: -len(surface))
    bodies = [body for body in names if len(body) >= LONG_BODY and found.established[body].name_class in BODIES]
    lettered: dict[str, str | None] = {}  # what was asked before: a long document has many bodies
    for scan in scans:
        _read(scan, beginnings, found)
        if bodies:
            _bodies_by_letters(scan, bodies, lettered, found)
        if teams:
            _towns_that_play(scan, teams, found)


def _without_opening(found: Found) -> dict[str, Name]:
    """약학회 and 관광공사, where the text has 대한약학회 and 한국관광공사."""
    known = [(surface[2:], name) for surface, name in found.established.items() if surface.startswith(FULL_OPENINGS)]
    return {
        short: name
        for short, name in known
        if short.endswith(SHORTENED) and len(short) > 2 and short not in found.established and not is_common(short)
    }


def _known_by_short_forms(found: Found) -> None:
    """체육회는 in a document that has 대한체육회: a doubtful name, to the lists a short form of a plain one."""
    plain = {name.canonical for name in found.established.values() if name.canonical}
    for scan, (i, j, start, end), evidence, name in found.doubtful:
        text = scan.text[start:end]
        if name.canonical not in plain or name.canonical == text or i in scan.taken():
            continue
        if len(text) > 2 or "kiwi_noun" not in evidence:
            where = elsewhere(scan, j, end, name.name_class)
            found.emit(scan, (i, j, start, end), "established", [*evidence, "established", *where], name)


def _clubs(found: Found) -> dict[str, Name]:
    """Short forms of teams that the document names in full: 모비스 of 울산 모비스, 키움 of 키움 히어로즈."""
    clubs = {}
    for surface, name in found.established.items():
        if name.name_class == "team" and " " in surface and not surface.endswith("대표팀"):
            first, second, *_ = surface.split(" ")
            if first in places() and second not in CLUB_WORDS and second not in places():
                clubs[second] = name
            elif first in sponsors():
                clubs[first] = name
    return {club: name for club, name in clubs.items() if len(club) > 1}


def _without_country(found: Found) -> dict[str, Name]:
    """배우조합 in a document that has 미국 배우조합."""
    names = {}
    for surface, name in found.established.items():
        country, _, rest = surface.partition(" ")
        if country in countries() and len(rest) > SHORT_WORD and " " not in rest and rest not in found.established:
            names[rest] = Name(name.name_class, "", name.canonical or surface)
    return names


def _bare_municipalities(scans: list[Scan], found: Found) -> None:
    """시는, 도에 따르면, 군은: the municipality that the document is about, or at the head of a line any."""
    known: dict[str, Name] = {}
    for scan in scans:
        for _, _, candidate in scan.spans:
            start, end = candidate.start - scan.line.offset, candidate.end - scan.line.offset
            if candidate.facts.name_class == "local" and scan.text[end - 1] in BARE:
                known[scan.text[end - 1]] = Name("local", "G", scan.text[start:end])
        for i in [i for i, sign in enumerate(scan.signs) if sign.bare]:
            core, chunk = scan.cores[i], scan.chunks[i]
            if core not in BARE or not _begins_sentence(scan, i):
                continue
            rest = scan.rest(i, chunk.core)
            name = known.get(core) or (Name("local", "G", "") if core in "시도" and i == 0 else None)
            says = rest in ("은", "는") and (scan.follows("speak", i) or scan.follows("act", i))
            if name is not None and (says or (rest == "에" and scan.core(i + 1)[:2] == "따르")):
                found.emit(scan, (i, i, chunk.start, chunk.core), "bare_municipality", ["place", "local_topic"], name)


def _begins_sentence(scan: Scan, i: int) -> bool:
    return i == 0 or (" " in scan.gaps[i] and scan.gaps[i][0] in SENTENCE_ENDS)


def _team_towns(found: Found) -> dict[str, Name]:
    """Towns whose team the document names in full: 포항 of 포항 스틸러스."""
    teams = {}
    for surface, name in found.established.items():
        if name.name_class == "team":
            for town in (surface.split(" ")[0], surface.removeprefix("FC").strip(), surface.removesuffix("FC").strip()):
                if town != surface and len(town) > 1 and town not in countries():
                    teams[town] = name
    return teams


def _league_towns(scans: list[Scan]) -> dict[str, Name]:
    """The towns of the league that the document is about."""
    if not any("K리그" in scan.text or "프로축구" in scan.text for scan in scans):
        return {}
    return {town: Name("team", "P", "") for town in LEAGUE_TOWNS}


def _towns_that_play(scan: Scan, teams: dict[str, Name], found: Found) -> None:
    """포항은 전북과 비겼다, in a report that has 포항 스틸러스."""
    taken = scan.taken()
    for i, chunk in enumerate(scan.chunks):
        name = teams.get(scan.cores[i])
        if name is None or i in taken or scan.rest(i, chunk.core) not in PLAYING or not scan.near("sport", i, 15):
            continue
        if scan.after_country(i) or (scan.rest(i, chunk.core) == "의" and _sight(scan, i + 1)):
            continue
        following = scan.core(i + 1)
        counted = scan.gaps[i + 1] == "(" and following[:1].isdigit()  # 대전(18골)
        if scan.bare(i) and not counted and following not in scan.vocabulary.officer and not _player(scan, i + 1):
            continue
        found.emit(scan, (i, i, chunk.start, chunk.core), "team_town", ["place", "sport"], name)


def _clubs_by_town(scan: Scan, found: Found) -> None:
    """뮌헨은 도르트문트를, 리버풀행, 홀란드(도르트문트) in a report that names other clubs in full."""
    taken = scan.taken()
    for i, chunk in enumerate(scan.chunks):
        name = scan.catalog.get(scan.cores[i])
        if name is None or name.flag != "C" or name.name_class != "team" or i in taken or scan.after_country(i):
            continue
        rest = scan.rest(i, chunk.core)
        if not rest:
            named = (scan.gaps[i] == "(" and scan.gaps[i + 1][:1] == ")") or scan.core(i + 1) in PLAYERS
        else:
            named = rest == "행" or (rest in PLAYING and not (rest == "의" and _sight(scan, i + 1)))
        if named:
            found.emit(scan, (i, i, chunk.start, chunk.core), "team_town", ["place", "sport"], name)


def _sight(scan: Scan, k: int) -> bool:
    return any(scan.words[m].endswith(SIGHTS) for m in range(k, min(k + 3, scan.size)))


def _player(scan: Scan, k: int) -> bool:
    """포항 김영호, but not 서울 신문로"""
    if k >= scan.size or scan.gaps[k] != " " or scan.cores[k].endswith(STREETS):
        return False
    return person_shaped(scan.cores[k]) and scan.cores[k] not in places()


def _read(scan: Scan, beginnings: dict[str, list[str]], found: Found) -> None:
    taken = scan.taken()
    for i, chunk in enumerate(scan.chunks):
        group = beginnings.get(scan.words[i][:2])
        if group is None or i in taken:
            continue
        for surface in group:
            end = chunk.start + len(surface)
            if not scan.text.startswith(surface, chunk.start):
                continue
            j = i if end <= chunk.end else _last(scan, i, end)
            if surface in places() and scan.after_country(i):
                continue  # 스페인 세비야의 경기장
            if scan.closes(i, j, end) and taken.isdisjoint(range(i + 1, j + 1)):
                name = found.established[surface]
                evidence = ["established", *elsewhere(scan, j, end, name.name_class)]
                found.emit(scan, (i, j, chunk.start, end), "established", evidence, name)
                break
        else:
            _abbreviation(scan, i, group, found)


def _last(scan: Scan, i: int, end: int) -> int:
    """The chunk that holds `end`, the end of a name of several words that begins with chunk `i`."""
    while scan.chunks[i].end < end:
        i += 1
    return i


def _abbreviation(scan: Scan, i: int, group: list[str], found: Found) -> None:
    """강원자총 in a document that has 강원자원봉사자총연맹: a word that the tokenizer does not know."""
    core, chunk = scan.cores[i], scan.chunks[i]
    first = chunk.first
    if len(core) < 3 or core in places() or core in scan.catalog.surfaces or not "가" <= core[0] <= "힣":
        return
    if scan.line.ends[first] < chunk.core or scan.line.tags[first] != "NNP":
        group = [surface for surface in group if _contracts(core, surface)]
    for surface in group:
        if surface.startswith(core) and found.established[surface].name_class in SEATED:
            continue  # 나발푸르 경찰서 is in 나발푸르
        if surface.startswith(core) and " " in surface:
            continue  # the fair of 한들코리아 조직위원회
        if len(surface) > len(core) + 1 and is_subsequence(core, surface):
            name = found.established[surface]
            canonical = Name(name.name_class, "", name.canonical or surface)
            found.emit(scan, (i, i, chunk.start, chunk.core), "abbreviation", ["abbreviates"], canonical)
            return


def _bodies_by_letters(scan: Scan, bodies: list[str], lettered: dict[str, str | None], found: Found) -> None:
    """전건협 in a document that has 대한전문건설협회: a letter of each of its words."""
    taken = scan.taken()
    for i, core in enumerate(scan.cores):
        if not 2 < len(core) < 5 or core[-1] not in BODY_LETTERS or i in taken or core in scan.catalog.surfaces:
            continue
        if core not in lettered:
            lettered[core] = next((body for body in bodies if is_subsequence(core, body) and core not in body), None)
        body = lettered[core]
        if body is not None and core not in places():
            chunk, name = scan.chunks[i], found.established[body]
            canonical = Name(name.name_class, "", name.canonical or body)
            found.emit(scan, (i, i, chunk.start, chunk.core), "abbreviation", ["abbreviates"], canonical)


def _contracts(core: str, surface: str) -> bool:
    """총선연대 for 총선시민연대: does a name begin and end like a longer one?"""
    return len(core) > 3 and len(surface) < len(core) + 6 and core[:2] == surface[:2] and core[-2:] == surface[-2:]
