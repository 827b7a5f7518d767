"""What a country or a municipality does in its clause: 핀란드는 가입을 신청했다, but 핀란드는 겨울이 길다.

A topic (은, 는) that has a subject of its own after it (겨울이) says where, not who; one with an object and a verb of
doing says who. Only lines that name such a place come here.
"""

from __future__ import annotations

from collections.abc import Collection

from kextract.rules.organization.scan import Scan

PAIRS = frozenset(["과", "와"])
OF = frozenset(["의", "과의", "와의"])
OBJECTS = frozenset(["을", "를"])
LOCAL_DEEDS = ("act", "govern")
BETWEEN = frozenset(["간", "사이"])
CLAUSE = 14  # words within which a topic's verb stands
SUBJECT_CLAUSE = 12  # words from a subject to its verb
PHRASE = 4  # words of a noun phrase after 의
DEMAND_WINDOW = 6  # words from the one addressed to the demand
DEEDS = ("act",)
# what begins the names of a state's business: 안보과제, 핵개발
POLICY = (
    "안보",
    "핵실험",
    "핵무기",
    "핵개발",
    "비핵화",
    "군사력",
    "군사행동",
    "외교전",
    "대북",
    "대미",
    "대일",
    "대중정책",
)

# verbs that tell how things stand or go, not what somebody does: 땅이 남다, 45도를 넘다
STILL = frozenset(
    "있 없 되 된 될 됐 돼 오른 올라 늘 줄 남 들 든 나 난 났 넘 닿 잇 뻗 끼 낀 닮 갖 앓 겪 낳 미치".split()
)
STILL_STEMS = tuple(
    """
    떨어지 떨어졌 떨어진 떨어져 오르 올랐 내리 내린 내려 내렸 자라 자란 자랐 이어지 이어진 이어져 이어졌 보이 보인
    보여 보였 이루 이룬 이뤄 속하 속한 속해 달하 달한 달해 흐르 흐른 비롯하 비롯한 비롯해 그립 바라보 바라본 바라봤
    마주하 마주한 맞대 맞댄 접하 접한 접해 지니 지닌 가지 가진 앞지 앞질 뒤지 뒤진 뒤졌 모자라 꼽히 꼽힌 꼽혀 꼽혔 알려
    불리 불린 불려 이름나 이름난 이름났 잡히 걸리 막히 시달 무너 꺼지 꺼졌 커지 커졌 커진 작아 높아 낮아 많아 적어
    길어 짧아 생기 생긴 생겼 일어나 일어난 일어났 나타나 나타난 나타났 벌어지 벌어진 벌어졌 펼쳐 열리 열린 열렸 쌓이
    쌓인 둘러싸 물들 바뀌 바뀐 끝나 끝난 끝났 놓이 놓인 담기 담긴 쓰이 쓰인 쓰였 팔리 팔린 팔렸 나오 나온 나왔 들어서
    들어선 들어섰 그치 그친 그쳤
    """.split()
)
# … and nouns that 하다 makes such verbs of: 증가하다
STILL_NOUNS = tuple(
    """
    증가 감소 상승 하락 급증 급감 급등 급락 폭등 폭락 위치 존재 해당 발생 도달 성장 회복 악화 몰락 번영 번성 기록
    차지 포함 집중 유행 인접 접경 부상 둔화 침체 추락 정체 확산 위축 쇠퇴 발달 발전 변화 지속 고립 자리 직면 의존
    자랑 사랑
    """.split()
)
HELPERS = (
    "관하",
    "관한",
    "관해",
    "대하",
    "대한",
    "대해",
    "위하",
    "위한",
    "위해",
    "통하",
    "통해",
    "통한",
    "따르",
    "따른",
    "따라",
    "의하",
    "의한",
    "의해",
    "인하",
    "인한",
    "인해",
)
PASSIVE = frozenset("되된될됐돼됩")
# what is said to one's face, asked of one, done back to one: 일본에 사과를 요구했다
DEMANDS = tuple(
    """
    요구 요청 촉구 제안 통보 항의 경고 사과 협조 부탁 건의 제의 권고 지시 명령 압력 압박 해명 답변 호소 타진
    설득 청구 반발 맞서 맞선 맞섰 끌려다 굴복 항복 보복 선전포고 제소 승소 패소 동참 양보 항소 소환 추궁 재촉 따졌
    따지
    """.split()
)
# what one gets from somebody: 이란으로부터 무기를 받았다
GOT = tuple("받 넘겨받 건네받 빌려 빌린 사들 얻 도입 독립 위협 공격 압력 압박 초청 통보".split())
# what a country or town is made the object of, as somebody and not somewhere: 중국을 비난했다
AIMED = tuple(
    """
    상대로 상대한 향해 겨냥 비난 규탄 비판 제소 압박 설득 견제 두둔 지지 고소 고발 협박 위협 자극 성토 배후로 지목 질타
    제재 달래 몰아세 따돌 배제
    """.split()
)
ABOUT = frozenset(["대한", "대해"])
_ADVERBIAL = "게"
QUOTED = ("다는", "라는", "다던", "다고")
# nouns after which a clause goes on being the topic's: 합의한 뒤, 거부한 것으로
BOUND = tuple("것 바 적 뒤 후 이후 직후 데 반면 가운데 채 만큼 상태 상황 셈 이래 끝 대신 결과 이유 까닭".split())
CONTINUED = frozenset(["JC", "JKG"])  # 핵과 미사일 도발


def topic_acts(scan: Scan, j: int, kinds: Collection[str]) -> bool:
    """Does what stands in chunk `j` as the topic do something: is there a verb of these kinds, or an object and a verb
    of doing before another subject?"""
    owned = objects = False
    for k in range(j + 1, min(scan.sentence_end(j), j + 1 + CLAUSE)):
        if _case(scan, k, "JKS"):
            owned = owned or not _in_relative(scan, k)
            continue
        if _tells(scan, k, kinds):
            return True
        if _case(scan, k, "JKO"):
            objects = True
            continue
        if owned or _adnominal(scan, k):
            continue
        does, noun = _predicate(scan, k)
        if does and (objects or noun):
            return True
    return False


def subject_acts(scan: Scan, j: int) -> bool:
    """Does the subject in chunk `j` do something: is the next verb one of doing, or is a deed told further on?
    태국이 무척 덥다 and 스페인이 고향인 그는 tell of none."""
    end = min(scan.sentence_end(j), j + 1 + SUBJECT_CLAUSE)
    for k in range(j + 1, end):
        does = _verb(scan, k)
        if does is not None:
            return does or any(_tells(scan, m, DEEDS) for m in range(k, end))
    return scan.follows("act", j, SUBJECT_CLAUSE)


def _verb(scan: Scan, k: int) -> bool | None:
    """Does chunk `k` say that its subject does something? None if it is no verb, or one that only describes a noun."""
    chunk, tags = scan.chunks[k], scan.line.tags
    if _case(scan, k, "ETN"):
        return None  # 살기 좋은
    for token in range(chunk.first, chunk.last):
        tag = tags[token]
        if tag[:3] in ("VCP", "VCN"):
            return False
        if tag[:2] == "VA" or tag == "XSA":
            quoted = scan.words[k].endswith(QUOTED)  # 그립다는 그는
            described = (_adnominal(scan, k) and not quoted) or scan.words[k].endswith(_ADVERBIAL)
            return None if described else False
        if (tag[:2] == "VV" and not scan.text.startswith(HELPERS, scan.line.starts[token])) or tag == "XSV":
            return _does(scan, chunk.first, token)
    return None


def deed_follows(scan: Scan, j: int, kinds: Collection[str] = DEEDS) -> bool:
    """Is the noun phrase after chunk `j` (의) about a deed: 러시아의 침공, but not 러시아의 공장을 폭격했다?"""
    for k in range(j + 1, min(scan.sentence_end(j), j + 1 + PHRASE)):
        core = scan.cores[k]
        if core and not _predicate(scan, k)[0] and _is_deed(scan, core, kinds):
            return True
        tag = scan.line.tags[scan.chunks[k].last - 1]
        against = tag == "JKB" and k + 1 < scan.size and scan.words[k + 1] in ABOUT  # 이란에 대한 제재
        if (tag[0] == "J" and tag not in CONTINUED and not against) or tag in ("EC", "EF"):
            return False
    return False


def _is_deed(scan: Scan, core: str, kinds: Collection[str]) -> bool:
    """추가도발, 도발, 도발은: does the word begin or end with a noun of these kinds?"""
    marks = scan.vocabulary.marks
    for size in (2, 3, 4):
        tail = core[-size:]
        for word, kind in marks.get(tail[:2], ()):
            if kind in kinds and (word == tail):
                return True
    return core.startswith(POLICY)


def addressed(scan: Scan, j: int) -> bool:
    """Is something asked of what stands in chunk `j` (에), before another subject comes?"""
    for k in range(j + 1, min(scan.sentence_end(j), j + 1 + DEMAND_WINDOW)):
        core = scan.chunks[k].core
        if scan.words[k].startswith(DEMANDS) and scan.text[core : core + 1] not in PASSIVE:
            return True
        if _case(scan, k, "JKS"):
            return False
    return False


def gives(scan: Scan, j: int) -> bool:
    """Is something got from what stands in chunk `j` (으로부터)?"""
    return any(scan.words[k].startswith(GOT) for k in range(j + 1, min(scan.sentence_end(j), j + 1 + PHRASE)))


def aimed_at(scan: Scan, j: int) -> bool:
    """Is the object in chunk `j` somebody that one blames or sues, an adverb between at most?"""
    for k in (j + 1, j + 2):
        if k >= scan.sentence_end(j):
            return False
        if scan.words[k].startswith(AIMED):
            return True
        if scan.line.tags[scan.chunks[k].last - 1][0] in "J":
            return False
    return False


def side_of(scan: Scan, k: int) -> bool:
    """대만 측은, 대만 측 관계자, but not 일본 측 관중석"""
    if scan.core(k) != "측":
        return False
    return not scan.bare(k) or scan.core(k + 1) in scan.vocabulary.side or scan.core(k + 1) in scan.vocabulary.officer


def second_of_two(scan: Scan, j: int) -> bool:
    """르완다와 우간다 간 긴장: is chunk `j` the second of two between whom something goes on?"""
    if scan.core(j + 1) not in BETWEEN or not j or scan.gaps[j] != " " or scan.words[j - 1][-1] not in PAIRS:
        return False
    return deed_follows(scan, j + 1, LOCAL_DEEDS)


def _case(scan: Scan, k: int, tag: str) -> bool:
    """Does chunk `k` end in a particle of this case?"""
    return scan.line.tags[scan.chunks[k].last - 1] == tag


def _adnominal(scan: Scan, k: int) -> bool:
    return scan.line.tags[scan.chunks[k].last - 1] == "ETM"


def _in_relative(scan: Scan, k: int) -> bool:
    """만기가 돌아온 빚을: is the subject in chunk `k` that of a verb that goes with a noun?"""
    return any(_adnominal(scan, m) for m in (k + 1, k + 2) if m < scan.size)


def _tells(scan: Scan, k: int, kinds: Collection[str]) -> bool:
    """Is chunk `k` a word of these kinds that tells what the topic or the subject before it does?"""
    marks = scan.signs[k].marks
    return any(kind in kinds for kind in marks) and not _passive(scan, k) and not _aside(scan, k)


def _aside(scan: Scan, k: int) -> bool:
    """투자 위험이 크다, 정부를 비판한 작가가 많다: is chunk `k` only part of what is told of another?"""
    if _adnominal(scan, k):
        return not scan.core(k + 1).startswith(BOUND)
    m = k
    while scan.line.tags[scan.chunks[m].last - 1][0] == "N" and scan.gaps[m + 1] == " " and m + 1 < scan.size:
        m += 1
    return m > k and _passive(scan, m)


def _passive(scan: Scan, k: int) -> bool:
    """발표된, 공급이, 무역은: nothing that the topic before it does."""
    chunk = scan.chunks[k]
    tag = scan.line.tags[chunk.last - 1]
    return tag in ("JKS", "JX") or scan.text[chunk.core : chunk.core + 1] in PASSIVE


def _predicate(scan: Scan, k: int) -> tuple[bool, bool]:
    """Is chunk `k` a verb of doing, and is that one made of a noun (신청했다)?"""
    chunk, tags = scan.chunks[k], scan.line.tags
    for token in range(chunk.first, chunk.last):
        tag = tags[token]
        if tag == "XSV":
            return _does(scan, chunk.first, token), True
        if tag[:2] == "VV" and not scan.text.startswith(HELPERS, scan.line.starts[token]):
            return _does(scan, chunk.first, token), False
    return False, False


def _does(scan: Scan, first: int, token: int) -> bool:
    """Does the verb of `token` (VV, or XSV after a noun) tell of a deed?"""
    start = scan.line.starts[token]
    if scan.line.tags[token] != "XSV":
        return scan.text[start : scan.line.ends[token]] not in STILL and not scan.text.startswith(STILL_STEMS, start)
    if scan.text[start] in PASSIVE:
        return False
    return not scan.text[scan.line.starts[first] : start].endswith(STILL_NOUNS)
