"""Every reason for or against a name, with its weight. A candidate's score is the sum less `THRESHOLD`.

Weights are logits in spirit: 1 is a hint, 2 a good reason, 4 nearly proof.
"""

from __future__ import annotations

THRESHOLD = 3.0

WEIGHTS: dict[str, float] = {
    # the name itself
    "listed_name": 2.6,
    "listed_short": 3.4,
    "listed_short_common": 1.4,
    "listed_given_common": 1.4,
    "listed_given": 0.9,
    "likely_syllables": 0.9,
    "possible_syllables": 0.3,
    "unlikely_syllables": -1.2,
    "impossible_syllables": -2.5,
    "common_surname": 0.5,
    "rare_surname": -0.9,
    "two_syllables": -0.9,
    "short_with_title": 2.2,
    "compound_surname": 0.6,
    "noun_of_that_form": -2.6,
    "given_is_noun": -0.2,
    "place": -2.6,
    # what Kiwi made of it
    "one_proper_noun": 1.3,
    "surname_token": 1.2,
    "one_new_noun": 1.0 - 0.5,
    "one_common_noun": -2.4,
    "noun_and_particle": -3.0,
    "noun_and_suffix": -2.5,  # 위원별, 제정식
    "address": -3.0,
    "title_of_a_place": -3.0,  # 고창 부군수
    "gloss": -1.2,
    "predicate": -3.5,
    "one_function_word": -4.0,
    "crosses_particle": -1.8,
    "crosses_verb": -2.0,
    "swallowed_particle": -0.6,
    "ends_off_boundary": -2.5,
    "particle_follows": 0.5,
    # what stands around it
    "title_glued": 1.2,
    "title_glued_single": 0.8,
    "noun_for_one_word": -0.6,
    "noun_for_new_word": -1.0,  # 셀토스 대표
    "market": -3.0,  # 드론 시장이 커졌다
    "unlisted_run": -0.3,
    "everyday_words": -1.5,  # 뉴 페이스
    "name_of_founder": 1.6,  # 게리 맥도널드 is longer than 맥도널드, and no firm
    "thing_act": -1.2,  # 셀토스는 지난해 출시됐다
    "determiner_token": -1.2,
    "far_for_one_word": -1.2,
    "young": 1.6,
    "latin_word": 0.6,
    "organization_ending": -2.4,
    "suffix_ending": -1.0,
    "place_stem": -0.4,
    "place_and_particle": -2.5,  # 가나의
    "common_word_alone": -0.8,
    "title_next": 3.0,
    "title_near": 1.8,
    "royal_title": 4.5,
    "called": 2.0,  # '마샤 페트렌코'라는 이름
    "noun_title_next": 2.4,
    "role_before": 2.2,
    "noun_role_before": 1.0,
    "title_before": 1.2,
    "rare_surname_alone": -1.5,
    "honorific": 3.5,
    "age": 3.2,
    "school": 1.6,  # 하예림(성주여중 3학년)
    "and_others": 1.5,  # 박하진 외 1명
    "hanja": 3.0,
    "hanja_word": 0.3,
    "hanja_mismatch": -1.5,
    "in_quotes": -0.6,
    "name_of_a_work": -5.0,
    "part_played": 2.0,  # '보라' 역을 맡은
    "mourning": 1.5,
    "namesake": -2.0,  # 트럼프 타워
    "may_end_in_particle": -1.5,  # 태양과
    "latin": 2.5,
    "late": 1.8,
    "animate_particle": 1.5,
    "locative_particle": -1.3,
    "directive_particle": -0.5,
    "award_follows": -2.0,
    "noun_follows": -0.8,
    "human_thing": 1.0,  # 제시카의 어깨
    "human_act": 0.9,  # 로지는 딸을 낳았다
    "human_object": 0.9,  # 로지를 영입했다
    "in_list": 1.2,
    "reporter": 2.0,
    "byline_mark": 4.5,
    "title_of_another": -3.0,
    "chinese_name": 1.8,
    "korean_given": -1.6,
    "amid_list": 1.8,
    "foreign_list": 1.4,
    "seen_elsewhere": 0.8,
    "known_elsewhere": 3.0,
    # a foreign name
    "run_of_words": 0.2,
    "single_word": 0.0,
    "new_word": 0.3,
    "listed_proper_noun": 0.7,
    "strong_foreign_sound": 2.3,
    "good_foreign_sound": 1.5,
    "fair_foreign_sound": 0.6,
    "poor_foreign_sound": -0.3,
    "no_foreign_sound": -1.5,
    "foreign_given_common": 1.6,
    "foreign_given": 0.9,
    "foreign_surname_common": 1.6,
    "foreign_surname": 1.0,
    "same_language": 0.5,
    "korean_surname_last": 0.8,
    "foreign_middle": 0.4,
    "unknown_middle": -0.8,
    "unforeign_word": -1.0,
    "particle_inside": -0.8,  # 리어나도 그린우드: is 도 a particle?
    "foreign_listed_common": 1.0,
    "foreign_listed": 0.6,
    "place_word": -1.8,
    "title_of_a_person": 1.5,
    "university_ending": -4.0,
    "thing_ending": -2.5,
    "firm_mark": -5.0,
    "unknown_noun": -0.9,
    "dictionary_word": -1.2,  # 라벤더: the tokenizer's dictionary has it, and no list of names
    "role_of_next": -3.0,
    "common_word": -1.8,
    "functional_word": -2.0,
    "surname_inside": -1.5,
    "foreign_subject": 0.8,
    "foreign_pair": 0.8,
    "title_itself": -3.0,
    "title_inside": -0.6,  # 장시장
    "title_of_organization": -2.6,
    "organization_name_too": -1.0,
    "organization_word": -2.5,
    "known_person": 5.0,
    "whole_name": 2.0,
    "field_of_text": 1.4,  # a singer's stage name in a text on music
    "known_proper_noun": 0.8,
    "known_subject": 0.8,
    "known_common_word": 1.6,
    "common_place": -1.2,  # 루나에서
    # a given name or stage name alone
    "given_alone": -0.3,
    "given_diminutive": 3.0,
    "stage_role_before": 2.4,
    "group_role_before": 3.0,
    "group_before": 2.0,
    "dharma_name": 1.2,  # 법담 스님
    "given_beside": 1.6,
    "given_listed": 1.4,
    "given_proper_noun": 0.8,
    "given_common_noun": -0.8,
    "given_odd_word": -1.5,
    "given_other_word": -1.5,
    "known_given": 1.5,
    # a bare surname
    "surname_title": 4.0,
    "surname_noun_title": -0.4,
    "surname_honorific": 4.2,
    "former_or_current": -2.5,
    "one_or_this": -0.5,
    "one_of_many": -2.5,
    "this_thing": -2.0,
    "known_surname": 2.0,
    "known_part": 2.5,
    "beside_name": 0.5,
    "bracketed": 0.7,
    "surname_glued": -0.3,
    "hanja_surname_title": 4.5,
    "hanja_name": 2.8,
    "hanja_spelling": 4.0,
    "hanja_office": 2.0,
    "masked": 5.0,
}


def score(evidence: list[str]) -> float:
    """The sum of the pieces, less the threshold."""
    return sum(map(WEIGHTS.__getitem__, evidence)) - THRESHOLD
