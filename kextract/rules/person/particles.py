"""What may stand behind a name in its own word: particles, the copula, and the words that behave like them.

김두혁은, 남하람도, 이재명이라고. Particles that depend on the last letter are a strong sign: 정상화는 could be a name
before 는, 정상화은 could not.
"""

from __future__ import annotations

from functools import cache

# behind a consonant (김두혁은) and behind a vowel (한동희는)
_AFTER_CONSONANT = "은 이 을 과 으로 이나 이랑 이라 이며 이고 이다 이자 이란 이던 이었던 이었다 이었고 이었으며 이여 아"
_AFTER_VOWEL = "는 가 를 와 로 나 랑 라 며 고 다 자 란 던 였던 였다 였고 였으며 여 야"
_ALWAYS = """
    의 에게 에게서 한테 한테서 께 께서 더러 보고 도 만 까지 부터 마저 조차 보다 처럼 같이 만큼 대로 뿐 뿐만 밖에
    에 에서 에서는 에는 에도 인 인데 인지 이냐 일 임을 입니다 이라는 이라고 이라며 이라면서 이라도 이라서
    이었지만 이지만 이기도 이지 측 측은 측이 측에 측의 측과 측도 측에서 측에서는 측으로부터 등 등이 등은 등을
    등의 등과 등도 등에게 만이 만을 뿐이 까지도 마저도 조차도 만으로도 들 역 역을 역의 역에 역으로 역할 편 표 발 식"""
_LONG_TAIL = ("는", "도", "만", "의", "까지", "나")
_TAILED = ("에게", "에게서", "한테", "께서", "까지", "부터", "만", "보다", "처럼", "뿐만")
_CONSONANT_TAILED = ("으로", "으로서", "으로부터", "과", "이라고", "이라는")
_VOWEL_TAILED = ("로", "로서", "로부터", "와", "라고", "라는")
_VOWEL_ONLY = "라는 라고 라며 라면서 라도 라서 였지만 지만 로서 로부터 로써"
_CONSONANT_ONLY = "으로서 으로부터 으로써"

ANIMATE = frozenset(
    tail + more
    for tail in ("에게", "에게서", "한테", "한테서", "께", "께서", "더러")
    for more in ("", "는", "도", "만", "의")
)
"""Particles that only a person or an animal takes."""

LOCATIVE = frozenset("에 에서 에서는 에는 에도 에만".split())
"""Particles that places and things take far more often than people."""

DIRECTIVE = frozenset("으로 로 부터 까지".split())
"""Particles that people take as well, if less often than places and times."""


_SYLLABLES, FINALS = 11_172, 28  # Hangul syllables, and final consonants with none of them as number 0
_RIEUL = 8


def final_consonant(letter: str) -> int:
    """The number of a Hangul syllable's final consonant, 0 for none; -1 when the letter is no such syllable."""
    code = ord(letter) - 0xAC00
    return code % FINALS if 0 <= code < _SYLLABLES else -1


@cache
def after() -> tuple[frozenset[str], ...]:
    """What may follow a syllable, by the number of its final consonant; the last one is for other letters."""
    shared = set(_ALWAYS.split()) | {head + tail for head in _TAILED for tail in _LONG_TAIL}
    consonant = set(_AFTER_CONSONANT.split()) | set(_CONSONANT_ONLY.split())
    consonant |= {head + tail for head in _CONSONANT_TAILED for tail in _LONG_TAIL}
    vowel = set(_AFTER_VOWEL.split()) | set(_VOWEL_ONLY.split())
    vowel |= {head + tail for head in _VOWEL_TAILED for tail in _LONG_TAIL}
    vowel |= shared
    consonant |= shared
    found = [frozenset(vowel), *[frozenset(consonant)] * (FINALS - 1), frozenset(vowel | consonant)]
    found[_RIEUL] = frozenset(consonant | {particle for particle in vowel if particle[0] == "로"})
    return tuple(found)


@cache
def beginnings() -> frozenset[str]:
    """The first letters of all particles."""
    return frozenset(particle[0] for particle in after()[-1])


def is_particle(rest: str, letter: str) -> bool:
    """May `rest` follow a noun that ends in `letter`? The empty string may."""
    if not rest:
        return True
    code = ord(letter) - 0xAC00
    return rest in after()[code % FINALS if 0 <= code < _SYLLABLES else -1]
