"""Made-up names in any number."""

from __future__ import annotations

import random

_SYLLABLES = (
    "가강거경고공관교구국권규금기길김나남내노누다단달대도동두라람로루류리마만명모무문미민바박방배백별병보"
    "복봉부비빛사산상새서선설성세소손송솔수순승시신안양어여연영예오온용우운원유윤은을이인일자장재전정조종"
    "주준중지진찬창채천철초최춘치쾌타태토파평포푸풍하학한해향허혁현형혜호홍화환황회효훈휘희"
)


def random_names(source: random.Random, count: int) -> list[str]:
    """Different names of three to seven syllables."""
    names: dict[str, None] = {}
    while len(names) < count:
        names["".join(source.choices(_SYLLABLES, k=source.randint(3, 7)))] = None
    return list(names)
