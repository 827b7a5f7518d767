"""The page: nothing leaves it, nothing gets into it, and all is there."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from decimal import Decimal
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest

from kextract.output import FORMATS, Options, open_writer
from kextract.output.html.drawing import fitted
from kextract.output.html.layout import LIMIT, graph
from kextract.output.html.words import WORDS
from kextract.rules.date.vocabulary import PARTS, WEEKDAYS
from kextract.schema import SCHEMA
from tests.unit.records import TEXT, empty_record, full_record

CSS, JS = (files("kextract.output.html").joinpath(f"page.{kind}").read_text("utf-8") for kind in ("css", "js"))
VOID = {"meta", "link", "br"}
TAGS = set(
    "html head meta title link style body a span header h1 h2 h3 h4 div button b p main section article mark "
    "table thead tbody tr th td small br ol li svg g rect text path line circle script nav details summary".split()
)


class Page(HTMLParser):
    """The page as elements and as the text of each document."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.marks: list[tuple[dict[str, str | None], str]] = []
        self.articles: list[str] = []
        self.scripts: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "article":
            self.articles.append("")
        if tag == "mark":
            self.marks.append((dict(attrs), ""))
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open:
            self.articles[-1] += data
        if "mark" in self.open:
            self.marks[-1] = (self.marks[-1][0], self.marks[-1][1] + data)
        if self.open and self.open[-1] == "script":
            self.scripts[-1] += data

    def facts(self) -> list[dict[str, Any]]:
        return [json.loads(script) for script in self.scripts[:-2]]


def html(*documents: tuple[dict[str, Any], str]) -> str:
    stream = io.StringIO()
    writer = open_writer(FORMATS["html"], stream, Options())
    for record, text in documents:
        writer.write(record, text)
    writer.close()
    return stream.getvalue()


def with_evidence() -> dict[str, Any]:
    record = full_record()
    record["mentions"][1]["evidence"] = [["title_next", 3.0], ["given_is_noun", -0.2]]
    return record


def test_everything_is_there() -> None:
    page = Page(html((with_evidence(), TEXT), (empty_record(), "아무것도 없다.")))
    assert [article.strip() for article in page.articles] == [TEXT, "아무것도 없다."]
    assert [words for _, words in page.marks] == [mention["text"] for mention in full_record()["mentions"]]
    assert [attributes["data-k"] for attributes, _ in page.marks][:4] == ["o1", "p1", "v1", "p2"]
    facts = page.facts()
    assert facts[0]["entities"]["p2"] == [
        "마르코 벨리니",
        ["Marco Bellini"],
        ["가온전자 대표이사", "가온문화재단 이사장"],
    ]
    kind, rule, fields, evidence = facts[0]["mentions"][1]
    assert (kind, rule, fields, evidence) == (
        "person",
        "person.title",
        [],
        [["title_next", 3.0], ["given_is_noun", -0.2]],
    )
    assert ["amount_max", "4,000,000,000"] in facts[0]["mentions"][6][2]
    assert facts[1] == {"mentions": [], "entities": {}}


def test_same_bytes() -> None:
    assert html((full_record(), TEXT)) == html((full_record(), TEXT))


def test_nothing_leaves_the_page() -> None:
    text = html((full_record(), TEXT), (empty_record(), ""))
    for tag, attributes in Page(text).elements:
        assert tag in TAGS
        assert not {"src", "srcset", "style", "action", "background"} & set(attributes)
        assert not any(name.startswith("on") for name in attributes)
        assert (attributes.get("href") or "#").startswith(("#", "data:,"))
    assert not re.search(r"url\(|@import|https?://|fetch\(|XMLHttp|import\(", text)


def test_policy_names_the_style_and_the_script() -> None:
    text = html((full_record(), TEXT))
    policy = next(attributes["content"] or "" for _, attributes in Page(text).elements if "http-equiv" in attributes)
    assert policy.startswith("default-src 'none'; ")
    for content in (CSS, JS):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
        assert content in text


HOSTILE = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "\"'><svg onload=alert(1)>",
    "]]><!--",
    "&lt;b&amp;",
    "\u2028\x00\x1b[31m\x9b\ud800 \udc00",
    "{{x}}${y}",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_gets_in(words: str) -> None:
    record = with_evidence()
    record["id"] = words
    for mention in record["mentions"]:
        mention["rule"] = words
    record["mentions"][1]["text"] = words
    record["mentions"][1]["evidence"] = [[words, 1.0]]
    record["mentions"][2]["value"] = words
    record["mentions"][2]["zone"] = words
    record["mentions"][7]["per"] = words
    for entity in record["entities"]:
        entity["name"], entity["aliases"] = words, [words]
    for relation in record["relations"]:
        relation["title"] = words
    text = html((record, words + TEXT + words), (record, words))
    text.encode("utf-8")
    page = Page(text)
    assert {tag for tag, _ in page.elements} <= TAGS
    assert len([tag for tag, _ in page.elements if tag == "script"]) == 4
    assert page.scripts[-1] == JS
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
    shown = re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]", "\ufffd", words.replace("\u2028", "\n")).strip()
    assert page.articles[1].strip() == shown
    assert page.facts()[0]["mentions"][1][1] == words


def test_mention_over_a_blank_line() -> None:
    record = empty_record()
    mention = {
        "id": "m1",
        "type": "organization",
        "text": "가온\n\n전자",
        "start": 2,
        "end": 8,
        "rule": "x",
        "entity": "o1",
    }
    record["mentions"] = [mention]
    record["entities"] = [{"id": "o1", "type": "organization", "name": "가온전자", "aliases": [], "mentions": ["m1"]}]
    page = Page(html((record, "그 가온\n\n전자는")))
    assert [words for _, words in page.marks] == ["가온", "전자"]
    assert {attributes["data-m"] for attributes, _ in page.marks} == {"0"}


def test_types_of_ones_own() -> None:
    record = full_record()
    record["mentions"][4] = record["mentions"][4] | {"type": "법령", "value": "제3조"}
    del record["mentions"][4]["entity"]
    page = Page(html((record, TEXT)))
    assert any(attributes.get("data-type") == "t4" for _, attributes in page.elements)
    assert any(attributes.get("class") == "facts of-t4" for _, attributes in page.elements)
    assert page.facts()[0]["mentions"][4][2] == [["value", "제3조"]]


def test_amounts_rank_exactly() -> None:
    """Numbers that differ where a float does not."""
    record = full_record()
    amounts = [Decimal("9007199254740993"), Decimal("9007199254740992"), Decimal("0.10"), Decimal("0.1")]
    record["mentions"] = [
        {**record["mentions"][7], "id": f"m{i}", "start": i, "end": i + 1, "text": TEXT[i], "amount": amount}
        for i, amount in enumerate(amounts)
    ]
    for entity in record["entities"]:
        entity["mentions"] = ["m0"]
    text = html((record, TEXT))
    assert re.findall(r'<td class="number" data-s="(\d+)">(?:<small>.*?</small> )?([\d.,]+)', text)[-4:] == [
        ("2", "9,007,199,254,740,993"),
        ("1", "9,007,199,254,740,992"),
        ("0", "0.1"),
        ("0", "0.1"),
    ]


def test_timeline_is_in_order() -> None:
    record = empty_record()
    days = ["2024-01-17", "-0108-01-01", "2013-02-15T10:30", "0935-01-01", None]
    for number, day in enumerate(days):
        record["mentions"].append(
            {"id": f"m{number}", "type": "date", "text": TEXT[number], "start": number, "end": number + 1}
            | {"value": day or "P3Y", "kind": "point" if day else "duration", "from": day, "to": day}
            | {"grain": "day", "relative": False, "rule": "x"}
        )
    text = html((record, TEXT))
    assert re.findall("<h4>(.*?)</h4>", text) == ["-0108", "0935", "2013", "2024"]
    assert text.count("<li ") == 5


def test_graph_stands_apart_and_joins_neighbours() -> None:
    found = graph(full_record())
    assert {(edge.one, edge.other) for edge in found.edges} == {("p1", "o1"), ("p2", "o2"), ("p2", "o3")}
    for kind in "po":
        places = sorted(place for id, place in found.places.items() if id.startswith(kind))
        assert all(second - first >= 39 for first, second in pairwise(places))
    assert found.places["p2"] == (found.places["o2"] + found.places["o3"]) / 2


def test_graph_has_an_end() -> None:
    record = full_record()
    count = 3 * LIMIT
    record["entities"] = [
        {"id": f"{kind[0]}{i}", "type": kind, "name": f"이름{i}", "aliases": [], "mentions": ["m1"]}
        for kind in ("person", "organization")
        for i in range(1, count)
    ]
    record["relations"] = [
        {"type": "position", "person": f"p{i}", "organization": f"o{j}", "title": "이사", "evidence": [], "rule": "x"}
        for i in range(1, count)
        for j in (i, 1)
    ]
    found = graph(record)
    assert found.cut
    assert len(found.places) <= LIMIT


@pytest.mark.parametrize(
    "words", ["국회 예산결산특별위원회", "아주 긴 이름의 국제협력개발기구 한국지부", "Marco Bellini", "W" * 60]
)
def test_names_fit_their_boxes(words: str) -> None:
    shown = fitted(words, 13)
    assert len(shown) <= 23
    assert shown == words or (shown.endswith("…") and words.startswith(shown[:-1]))


def test_every_word_is_said_in_both_languages() -> None:
    assert all(korean and english for korean, english in WORDS.values())
    asked = set(re.findall(r"(?:said|step)\('(\w+)'", JS)) | set(re.findall(r"row\(list, '(\w+)'", JS))
    assert asked <= set(WORDS)
    page = Page(html((full_record(), TEXT)))
    keys = {key for _, _, fields, _ in page.facts()[0]["mentions"] for key, _ in fields}
    assert keys <= set(WORDS)


@pytest.mark.parametrize("type", ["date", "money", "own"])
def test_every_field_of_a_mention_has_its_words(type: str) -> None:
    fields = SCHEMA["$defs"][type]["properties"]
    assert set(fields) - {"id", "type", "text", "start", "end"} <= set(WORDS)
    values = {f"{name} {value}" for name, field in fields.items() for value in field.get("enum", ())}
    assert values <= set(WORDS)


def test_every_part_of_the_day_and_every_weekday_has_its_words() -> None:
    assert {f"part_of_day {part}" for part in PARTS} | {f"weekday_conflict {day}" for day in WEEKDAYS} <= set(WORDS)


def _luminance(color: str) -> float:
    digits = color if len(color) == 6 else "".join(letter * 2 for letter in color)
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast(scheme: int) -> None:
    """WCAG AA: 4.5 for words on their ground, 3 for lines that tell something."""
    colors = dict(re.findall(r"--(\w+): #(\w+);", re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[scheme]))

    def ratio(one: str, other: str) -> float:
        light, dark = sorted((_luminance(colors[one]), _luminance(colors[other])), reverse=True)
        return (light + 0.05) / (dark + 0.05)

    for ground in ("paper", "panel", "t0", "t1", "t2", "t3", "t4"):
        assert ratio("ink", ground) >= 4.5
    for ground in ("paper", "panel"):
        assert ratio("faint", ground) >= 4.5
        assert ratio("link", ground) >= 4.5
    for line in ("e0", "e1", "e2", "e3", "e4"):
        assert ratio(line, "paper") >= 3
        assert ratio(line, line.replace("e", "t")) >= 3
