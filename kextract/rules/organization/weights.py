"""Evidence for and against an organization, one weight each. A candidate's score is the sum of its evidence less
`THRESHOLD`; the score must come out above 0."""

from __future__ import annotations

THRESHOLD = 1.0

WEIGHTS: dict[str, float] = {
    # what the name itself says
    "listed": 4.5,  # a name of the lexicon that means nothing else: 국민건강보험공단
    "several_words": 2.8,  # … written in words of its own: 맨체스터 유나이티드
    "ambiguous": -0.3,  # a name of the lexicon that is also a word, a person or a place: 대상, 동원
    "generic": 4.0,  # 경찰, 정부
    "place": 0.0,  # a country or a municipality, an organization only where it acts
    "legal_form": 5.0,  # ㈜, 주식회사, Inc.
    "head_proper": 3.6,  # a head on a place, a known name, a proper noun: 송파경찰서
    "head_common": 2.4,  # a head on common nouns that make a name with it: 야생식물보호위원회
    "head_weak": 0.9,  # an ending that products and words have too: 화학, 카드
    "head_town": 2.0,  # a weak head after a town: 원주시 마을공동체센터
    "long_name": 0.4,  # six letters or more
    "head_joined": 3.2,  # a bare head after a place or a name: 애버딘 병원
    "kiwi_name": 0.5,  # the tokenizer's dictionary has it as a name
    "kiwi_noun": -0.5,  # … as a common noun
    "latin_list": 1.5,  # … of three letters or more that a list has
    "latin": 0.6,  # a Latin acronym
    # what stands around it
    "spelled": 1.4,  # 에스비엠, 엔케이누리
    "brackets": 1.5,  # its abbreviation follows in brackets, or it is one
    "quoted_share": 3.0,  # 한들미르(123450)
    "quoted_title": 3.5,  # <달맞이소식>
    "according": 2.2,  # X에 따르면
    "role_before": 2.2,  # 매체 X, 소속사 X
    "firm": 0.3,  # an unknown name before 본사, 계열사, 지분
    "side": 1.8,  # X 측, X 관계자, X 본사
    "maker": 2.0,  # 《책 이름》(X)
    "officer": 1.4,  # X 대표, X 회장
    "speaks": 1.2,  # X는 … 밝혔다
    "partner": 1.2,  # X와 … 협약
    "employs": 1.2,  # X에 입사, X를 상대로 소송
    "trades": 1.2,  # X 인수, X 주가
    "paired": 1.7,  # an ambiguous name beside a sure one: 누리생명과 정관장이
    "series": 0.9,  # stands in a row with a sure organization
    "series_of_two": 0.5,  # … with more than one
    "summed_up": 0.9,  # 등 주요 반도체 기업
    "kin": 2.0,  # 우리, 하나 등 시중은행
    "counted": 1.2,  # 등 8개사; 참여 기업은 …
    "introduced": 2.2,  # … and said to be firms before and after: 상장사는 누리담, 다온엑시트 등 5개사
    "member": 1.8,  # 김영호(24·X)
    "led": 2.4,  # 박영수 한들정밀 대표, 한들정밀(대표 박영수)
    "told": 2.2,  # 한들미르는 칩을 만드는 업체다
    "pupils": 4.2,  # 한들초 교사
    "byline": 3.0,  # 저작권자 © 갈매기타임
    "abbreviates": 2.0,  # 강원자총 after 강원자원봉사자총연맹
    "leads": 1.6,  # 울산시장 박영수
    "headline": 2.0,  # 울산시, … 체결
    "reports": 1.9,  # X가 보도했다
    "acts": 2.0,  # 북한은 … 발사했다
    "market": 1.1,  # 오리온 where shares and results are spoken of
    "firmly": 1.6,  # 누리벡스는 … 상장을 앞두고 수요예측
    "price": 2.8,  # 누리담은 3.2% 오른 2천원에
    "law_talk": 1.5,  # 용산서 where the police are spoken of
    "party_talk": 1.5,  # 윤리위 where a party is spoken of
    "sport": 2.0,  # 한국은 … 0-1로 졌다
    "team_name": 0.3,  # no country or town that plays: its name holds for the document
    "state_organ": 3.5,  # 미국 정부
    "local_partner": 1.6,  # 울산시와 … 협약
    "latin_form": 1.5,  # 넥서라임(NexLime)를 방문
    "local_topic": 2.0,  # 서울시는
    "established": 3.0,  # named beyond doubt elsewhere in the document
    # against
    "place_use": -5.0,  # 홍익대학교 인근, 예술의전당에서 열린
    "currency": -5.0,  # 한화 약 5만원
}


def score(evidence: list[str]) -> float:
    """The score that named pieces of evidence give."""
    return sum(WEIGHTS[name] for name in evidence) - THRESHOLD
