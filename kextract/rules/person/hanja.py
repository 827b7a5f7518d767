"""Names in Chinese characters alone: 金斗赫, 李 대통령."""

from __future__ import annotations

import re

from kextract.rules.person import vocabulary
from kextract.rules.person.particles import is_particle
from kextract.rules.person.titles import title_after, title_end
from kextract.rules.person.view import Draft, Form, View
from kextract.rules.person.weights import score

SURNAME_RULE = "person.hanja_surname"
NAME_RULE = "person.hanja_name"
_RUN = re.compile(r"[\u3400-\u9fff]+")


# offices in Chinese characters, as council minutes have them: 議長 金斗赫, 金斗赫議員
_OFFICES = tuple(
    """議長 副議長 議員 委員長 委員 局長 課長 市長 知事 郡守 區廳長 長官 次官 總理 大統領 敎授 教授 博士 代表
    會長 副會長 社長 擔當官 記者 先生 將軍 主席 總統 首相 院長 部長 室長 判事 檢事 理事 監事 總長 校長
    專門委員""".split()
)


def hanja_names(view: View) -> None:
    """Adds drafts for surnames before a title and for names of three characters before a title or particle."""
    for match in _RUN.finditer(view.text):
        start = match.start()
        before = view.text[start - 1 : start]
        if len(match[0]) > 4 and match[0][3:].startswith(_OFFICES) and match[0][0] in vocabulary.hanja_surnames():
            _officer(view, start)
            continue
        if before == "(" or "가" <= before <= "힣":
            continue  # 김두혁(金斗赫): another spelling of a name that is found already
        word = next(i for i, stop in enumerate(view.ends) if stop > start)
        if len(match[0]) == 1:
            _surname(view, match, word)
        elif len(match[0]) == 3 and match[0][0] in vocabulary.hanja_surnames():
            _name(view, match, word)


def _officer(view: View, start: int) -> None:
    """金斗赫議員"""
    word = next(i for i, stop in enumerate(view.ends) if stop > start)
    end = start + 3
    evidence = ["hanja_name", "hanja_office"]
    draft = Draft(start, end, word, word, "full", NAME_RULE, view.text[start:end], evidence)
    draft.score = score(evidence)
    view.drafts.append(draft)


def _beside_office(view: View, word: int) -> bool:
    """議長 金斗赫, 金斗赫 擔當官"""
    before = view.words[word - 1] if word and view.gap(word - 1) == " " else ""
    after = view.words[word + 1] if word + 1 < len(view.words) and view.gap(word) == " " else ""
    return before.endswith(_OFFICES) or after.startswith(_OFFICES)


def _surname(view: View, match: re.Match[str], word: int) -> None:
    if match[0] not in vocabulary.hanja_surnames():
        return
    _, end = match.span()
    inside = title_end(view.words[word], end - view.starts[word])
    if inside:
        _add(view, match, word, SURNAME_RULE, ["hanja_surname_title"], (end, view.starts[word] + inside), None)
    elif end == view.ends[word] and view.gap(word) == " ":
        found, status, distance = title_after(view, word + 1)
        if found and distance <= (1 if status else 0):
            _add(view, match, word, SURNAME_RULE, ["hanja_surname_title"], (found.start, found.end), status)


def _name(view: View, match: re.Match[str], word: int) -> None:
    _, end = match.span()
    rest = view.text[end : view.ends[word]]
    evidence = ["hanja_name", "hanja_office"] if _beside_office(view, word) else ["hanja_name"]
    title, status = None, None
    if rest:
        if not any(is_particle(rest, letter) for letter in "가각"):
            return
        evidence.append("particle_follows")
    elif view.gap(word) == " ":
        found, status, _ = title_after(view, word + 1)
        if found:
            evidence.append("title_next")
            title = (found.start, found.end)
    _add(view, match, word, NAME_RULE, evidence, title, status)


def _add(
    view: View,
    match: re.Match[str],
    word: int,
    rule: str,
    evidence: list[str],
    title: tuple[int, int] | None,
    status: str | None,
) -> None:
    start, end = match.span()
    form: Form = "surname" if end - start == 1 else "full"
    draft = Draft(start, end, word, word, form, rule, match[0], evidence)
    draft.title, draft.status = title, status
    draft.score = score(evidence)
    view.drafts.append(draft)
