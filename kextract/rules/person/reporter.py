"""Bylines: 김재홍 기자 jaehong@…, /권욱기자, [더팩트ㅣ김샛별 기자]."""

from __future__ import annotations

import re

from kextract.rules.person import vocabulary
from kextract.rules.person.view import Draft, View
from kextract.rules.person.weights import score

RULE = "person.byline"
_START = r"(?:^|(?<=[\s\[=/ㅣ|·(ⓒ@,.\]▲△]))"
_JOB = r"(?:(?:인턴|수습|사진|선임|전문|객원|시민)?\s?(?:기자|특파원))"
_BYLINE = re.compile(_START + r"([가-힣]{2,4})\s?(" + _JOB + r")(?=$|[^가-힣]|입니다|의 )")
_ADDRESS = re.compile(r"[\])]?\s?[\w.-]{1,64}+@")


def bylines(view: View) -> None:
    """Adds a draft for each name before 기자 that stands as bylines do."""
    text = view.text
    if "기자" not in text and "특파원" not in text:
        return
    for match in _BYLINE.finditer(text):
        name = match[1]
        if name[:1] not in vocabulary.surname_starts() or name in vocabulary.not_names() or len(name) > 3:
            continue
        before = text[max(0, match.start(1) - 1) : match.start(1)]
        sure = before in "=/ㅣ|[▲ⓒ@" or _ADDRESS.match(text, match.end(2)) is not None
        word = next(i for i, end in enumerate(view.ends) if end > match.start(1))
        evidence = ["byline_mark"] if sure else ["reporter"]
        if vocabulary.is_organization(name) or name in vocabulary.places():
            evidence.append("place")
        draft = Draft(match.start(1), match.end(1), word, word, "full", RULE, name, evidence, title=match.span(2))
        draft.score = score(evidence)
        view.drafts.append(draft)
