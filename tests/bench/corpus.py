"""Made-up Korean text for the benchmarks: news lines that hardly ever repeat a name or a figure, among plain prose."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

from tests.bench.memory import news

ARTICLE = 20  # lines of a document
MEGABYTE = 1_000_000
NEWS_SHARE = 0.55  # of lines with names, dates or amounts, as in news
PROSE = (
    "{who} {what} {how} {did}.",
    "{how} {who} {what} {did}.",
    "{who} {how} {did}고 {what} 다시 {did}.",
)
WHO = "전문가들은 주민들은 업계는 학생들이 관계자들은 소비자가 이용객들은 연구진이 농민들은 상인들이 직원들은".split()
WHAT = (
    "새로운 제도를|오래된 건물의 안전 문제를|지역 경제를 살릴 방법을|환경에 미치는 영향을|추워지면서 늘어난 수요를|"
    "아이들이 마음껏 뛰어놀 공간을|값이 크게 오른 채소를|예상보다 빠른 변화의 속도를|서로 다른 의견이 맞서는 까닭을"
).split("|")
HOW = "조심스럽게 꾸준히 뜻밖에 여러 차례 조용히 앞다퉈 여느 때처럼 안타깝게도 기꺼이 하루빨리".split()
DID = "살폈다 따졌다 반겼다 걱정했다 요구했다 지켜봤다 받아들였다 비판했다 내놓았다 다뤘다".split()


def prose(source: random.Random) -> str:
    words = {"who": WHO, "what": WHAT, "how": HOW, "did": DID}
    return source.choice(PROSE).format(**{name: source.choice(known) for name, known in words.items()})


def lines(seed: int = 1) -> Iterator[str]:
    """Line after line, without an end."""
    source = random.Random(seed)
    while True:
        yield news(source) if source.random() < NEWS_SHARE else prose(source)


def documents(size: int, seed: int = 1) -> list[str]:
    """Documents of `ARTICLE` lines, together about `size` bytes of UTF-8."""
    found: list[str] = []
    coming, written = lines(seed), 0
    while written < size:
        found.append("\n".join(next(coming) for _ in range(ARTICLE)))
        written += len(found[-1].encode()) + 1
    return found


def write_text(path: Path, size: int) -> None:
    """One large text."""
    path.write_text("\n".join(documents(size)), "utf-8")


def write_json_lines(path: Path, size: int) -> None:
    """A document a line."""
    made = (json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in documents(size))
    path.write_text("".join(made), "utf-8")


def write_folder(path: Path, size: int) -> None:
    """A document a file."""
    path.mkdir()
    for number, text in enumerate(documents(size)):
        (path / f"{number:06}.txt").write_text(text, "utf-8")
