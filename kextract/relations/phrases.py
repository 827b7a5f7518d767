"""Words that join a person with an organization: declarations, read by the rules on posts.

A clause before a name ends in ㄴ, 은, 는, 던 (해솔전자를 이끄는 김하늘), one behind the subject in any verb form
(김하늘은 해솔전자를 이끌고 있다).
"""

from __future__ import annotations

import re

LONGEST_CLAUSE = 70  # code points: no clause that joins a name reaches further

# words between a particle and its verb: 해솔전자에서 30년 동안 일한
_FILL = r"(?:[^\s.,\"“”()]{1,10},? ){0,4}?"
_OPEN = r"[ ]['‘\"“]?"
_CLOSE = r"['’”\"]?"
_WORK = "(?:재직|근무|활동|활약|복무)"
_DOES = "(?:하는|하고 있는|한| 중인|해 온)"
_DID = "(?:하던|했던| 중이던)"
_FOUND = "(?:창업|공동 창업|설립|창립|창당|창시|결성)"
_CHOSEN = "(?:선출|임명|발탁|당선|추대|위촉|지명|선임|선정|내정)"
_BEGIN = "(?:입단|입사|입당|합류|가입|복귀|잔류)"
_LEAVE = "(?:탈당|퇴사|탈퇴)"
_PUT_OUT = "(?:방출|제명|퇴출)"

# --- clauses before a name, from the end of the organization to the beginning of the name --------------------------

# the title (group 1) between: 해솔전자 사장을 지낸 김하늘, 새벽당 당수이자 오랜 벗인 김하늘, 국회부의장이던 김하늘
_TITLE = (
    rf"{_CLOSE}\)?(?:의?[ ]|(?=부?의장))(?:(?:현|전|당시|초대|제?\d+대) )?"
    r"((?:[가-힣A-Z0-9]{1,8} ){0,2}?[가-힣A-Z]{1,10}?)"
)
TITLED = re.compile(
    rf"{_TITLE}(?:인|이자|이며|이면서|이자 [^.,\n]{{1,16}}인"
    r"|[을를] (?:현재 )?(?:맡은|맡고 있는|맡아 ?온|겸하는|겸한|겸임하는|겸임한|겸하고 있는|수행하는)"
    rf"|으?로 (?:있는|일하는|일하고 있는|뛰는|뛰고 있는|나선|{_WORK}{_DOES}|(?:출마|승진|부임|취임)한)"
    r"|으?로 (?:(?:잘 )?알려진|유명한|불리는)"
    rf"|(?:으?로|에) {_CHOSEN}된|에 (?:취임한|오른)){_OPEN}"
)
TITLED_PAST = re.compile(
    rf"{_TITLE}(?:이던|이었던|였던"
    r"|[을를] (?:지낸|지냈던|역임한|역임했던|역임 중이던|맡았던|맡던|맡고 있던|거친)"
    rf"|으?로 (?:있던|일하던|일했던|뛰던|뛰었던|{_WORK}{_DID})){_OPEN}"
)
# no title between: 해솔전자를 이끄는 김하늘, 샛별 FC에서 뛰는 김하늘, 샛별 FC의 간판 스타인 김하늘
_STANDING = "(?:일원|당원|회원|멤버|간판|에이스|주축|주포|전설|거물|비주류|주류|스타)"
MEMBER = re.compile(
    rf"{_CLOSE}(?:에서 {_FILL}(?:뛰는|뛰고 있는|뛴|일하는|일하고 있는|일한|일해 온|{_WORK}{_DOES})"
    rf"|에 {_FILL}(?:몸담은|몸담고 있는|소속(?:된|되어 있는|돼 있는)|속한|속해 있는|{_WORK}{_DOES}|{_BEGIN}한)"
    rf"|으?로 {_FILL}(?:이적한|이적해 온|옮긴|복귀한)"
    rf"|[을를] {_FILL}(?:이끄는|이끌고 있는|이끈|이끌어 온|세운|지휘하는|지휘한|운영하는|경영하는|장악한|{_FOUND}한)"
    rf"|[과와] {_FILL}(?:전속 ?|재)?계약(?:한|을 맺은|을 체결한)"
    rf"| 소속(?:의|인)?|의?[ ](?:[^\s.,]{{1,8}} ){{0,2}}?{_STANDING}(?:들)?인){_OPEN}"
)
MEMBER_PAST = re.compile(
    rf"{_CLOSE}(?:에서 {_FILL}(?:뛰던|뛰었던|일하던|일했던|{_WORK}{_DID}|{_LEAVE}한|{_PUT_OUT}된)"
    rf"|에 {_FILL}(?:몸담았던|소속됐던|있던|{_WORK}{_DID})"
    rf"|[을를] {_FILL}(?:떠난|{_LEAVE}한|이끌던|이끌었던|지휘하던|지휘했던)"
    rf"| 소속이(?:던|었던)){_OPEN}"
)
# what stands before 출신 is over, what follows is told of today: 해솔대 출신 김하늘 의원
FROM = re.compile(rf"{_CLOSE}\)? 출신(?:의|인|이자)?{_OPEN}")
OF_AGENCY = "소속사 "  # 소속사 해솔과 다투던 김하늘: whatever the clause tells

# --- clauses behind a name, up to the organization ------------------------------------------------------------------

_KIND = "(?:그룹|밴드|걸그룹|보이그룹|신당|정당|회사|기업|팀)"
# 김하늘 감독이 이끄는 대표팀, 김하늘이 총선 직전에 창당한 새벽당
LEADS = re.compile(
    rf"[이가은는도]?[ ]{_FILL}(?:이끄는|이끌고 있는|이끌던|이끈|속한|소속(?:된|돼 있는|되어 있는)|몸담은|몸담고 있는"
    rf"|대표로 있는|{_FOUND}한|주도한|세운|지휘하는|운영하는|뛰고 있는|뛰는|일하는|{_WORK}(?:하는| 중인))"
    rf"[ ](?:{_KIND}(?:인)? |[가-힣]{{2,8}} )?['‘\"“]?"
)
# 김하늘과 정다온을 앞세운 샛별 FC
HAS = re.compile(rf"[을를] {_FILL}(?:보유한|앞세운|거느린|내세운)[ ]['‘\"“]?")
# 김하늘, 정다온 등 새벽당 의원들: what follows the organization
AMONG = re.compile(
    r"(?: [가-힣0-9]{1,6})?[ ]?(?:선수|의원|학생|직원|임원|회원|졸업생|기생|멤버|교수|연구원|단원"
    r"|대원|당원|간부|후보|위원)들"
)
# 김하늘의 소속사 해솔엔터테인먼트
AGENCY = re.compile(
    r"(?: ?(?:씨|군|양))?(?:의?[ ](?:소속사|소속팀|소속 (?:그룹|구단|팀|회사))인?|의 회사인)[ ]['‘\"“]?"
)

# --- what a sentence says of its subject, from the end of the organization ------------------------------------------

# 김하늘은 … 해솔전자의 사장을 지냈다: group 1 is the title, group 2 stands where that is over
SAID_TITLE = re.compile(
    rf"{_CLOSE}의?[ ]((?:[가-힣A-Z0-9]{{1,8}} ){{0,2}}?[가-힣A-Z]{{2,10}}?)"
    r"(?:이다|이며|이자|이고|이면서|이기도|으?로서 |다(?=[.\"”]|$)|[이가] (?:됐|되었|된|되어)|도 (?:맡|겸하)"
    r"|[을를] (?:맡|겸하|겸임|수행)"
    rf"|으?로 (?:{_CHOSEN}|{_WORK}|취임|부임|승진|영입|출마|데뷔|입사|입단|일하|일했|나섰|나서|뛰)"
    rf"|에 (?:{_CHOSEN}|취임|올랐|오른|오르)"
    r"|(이었|였|[을를] (?:지냈|지낸|역임|거쳤|거쳐)))"
)
SAID_MEMBER = re.compile(
    rf"{_CLOSE}(?:에 {_FILL}(?:입단|입사|입당|합류|가입|잔류|소속[되돼]|몸담|영입[되됐]|임용[되됐]|복귀했|스카우트)"
    rf"|으?로 {_FILL}(?:이적|스카우트|옮[겨겼긴]|복귀했|자리를 옮|데뷔)"
    rf"|에서 {_FILL}(?:([가-힣]{{2,8}}?)으?로 )?(?:뛰[고었며]|뛴다|{_WORK}|일하고|일했"
    r"|연습생(?:으로|을 거쳐| 생활| 시절)|선수 생활|(?:첫 )?프로 생활"
    r"|[^\s.,]{1,6}골을 (?:넣|기록|남|터뜨)|[^\s.,]{1,6}경기에 출전)"
    rf"|[을를] {_FILL}(?:이끌고|이끌었|이끈다|이끌어|{_FOUND}했|지휘했|지휘하고)"
    rf"|[과와] {_FILL}(?:전속 ?|재|연장 |입단 )?계약(?:[을를에] )?(?:맺|체결|마쳤|마치|했|하고|합의|성공)"
    r"| 소속(?:으로|이다|이며|이고)| 소속 (?:걸그룹|보이그룹|그룹|밴드) [^.\n]{1,40}데뷔)"
)
SAID_PAST = re.compile(
    rf"{_CLOSE}(?:[을를] {_FILL}(?:떠났|떠나 |{_LEAVE}했)|에서 {_FILL}(?:{_LEAVE}했|{_PUT_OUT}[됐되]|은퇴했)"
    r"| 출신(?:이다|이며|으로|이자|이고)| 소속이었)"
)
# 입단하지 않았다, 입단하려 했으나, 입단할 뻔했다: what did not come true
UNREAL = re.compile(
    r"[가-힣]{0,3}(?:[ ]?(?:지 않|지 못|지는 않|려[고 ]|고 싶|뻔|기를 |기 위|길 |면 |경우|도록|자고|설[이을])"
    r"|[을를] (?:거절|거부|고사|타진))"
)

# --- choosing somebody for a post -----------------------------------------------------------------------------------

CHOOSING = rf"(?:{_CHOSEN}|취임|영입|확정|결정|추천|공천|낙점|뽑|기용|올랐|올리)"
DESIGNATED = re.compile("내정|지명")
