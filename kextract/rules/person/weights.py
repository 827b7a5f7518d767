"""Every reason for or against a name, with its weight. A candidate's score is the sum less `THRESHOLD`.

Weights are logits in spirit: 1 is a hint, 2 a good reason, 4 nearly proof.
"""

from __future__ import annotations

THRESHOLD = 3.0

WEIGHTS: dict[str, float] = {
    # the name itself
    "listed_name": 2.4,
    "listed_given_common": 1.4,
    "listed_given": 0.9,
    "likely_syllables": 0.9,
    "possible_syllables": 0.3,
    "unlikely_syllables": -1.2,
    "impossible_syllables": -2.5,
    "common_surname": 0.5,
    "rare_surname": -0.6,
    "two_syllables": -1.6,
    "four_syllables": -0.5,
    "compound_surname": 0.6,
    "noun_of_that_form": -2.6,
    "given_is_noun": -0.4,
    "place": -2.6,
    # what Kiwi made of it
    "one_proper_noun": 1.2,
    "one_common_noun": -1.6,
    "split_noun": 0.0,
    "crosses_particle": -1.0,
    "crosses_verb": -0.7,
    "ends_off_boundary": -1.5,
    "particle_follows": 0.4,
    # what stands around it
    "title_glued": 2.0,
    "title_next": 2.4,
    "title_near": 1.6,
    "noun_title_next": 1.2,
    "role_before": 1.6,
    "honorific": 2.6,
    "age": 2.8,
    "hanja": 3.0,
    "latin": 2.5,
    "late": 0.8,
    "animate_particle": 1.5,
    "locative_particle": -1.0,
    "topic_particle": 0.3,
    "noun_follows": -0.8,
    "in_list": 0.8,
    "reporter": 2.5,
    "repeated": 0.5,
    "known_elsewhere": 3.0,
    # a bare surname
    "surname_title": 3.6,
    "surname_noun_title": -0.6,
    "surname_honorific": 4.2,
    "everyday_word": -1.0,
    "known_surname": 2.0,
    "surname_glued": -0.8,
    "masked": 5.0,
}


def score(evidence: list[str]) -> float:
    """The sum of the pieces, less the threshold."""
    return sum(map(WEIGHTS.__getitem__, evidence)) - THRESHOLD
