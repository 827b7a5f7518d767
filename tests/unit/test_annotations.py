"""The annotators' formats, read back by strict readers: what they say is what the record says."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kextract import Extractor
from kextract.model import Result
from kextract.output import FORMATS, TOKENS, Options, open_writer
from kextract.output.annotations import label, well_formed
from kextract.output.extras import record_of
from tests.unit.records import TEXT, empty_record, full_record

SAMPLE = (
    '김하늘 시장은 "오는 5월 3억5천만원을 낸다"고 했다. 새빛시는 😀 지난해 9월에도 그랬다.\r\n'
    "마르코 벨리니 대표가\t2024년 1월 18일부터 20일까지 머문다! 값은 1,213억 원이었\ud800다.\n\n"
    "가온전자㈜는 1.5달러를 냈다."
)
Span = tuple[int, int, str]


@pytest.fixture(scope="module")
def found(extractor: Extractor) -> Result:
    return extractor.extract(SAMPLE, id="a\nb", date="2024-01-18")


def written(format: str, *documents: tuple[dict[str, Any], str]) -> str:
    stream = io.StringIO()
    writer = open_writer(FORMATS[format], stream, Options())
    for record, text in documents:
        writer.write(record, text)
    writer.close()
    return stream.getvalue()


def expected(record: dict[str, Any]) -> list[Span]:
    return [(mention["start"], mention["end"], label(mention["type"])) for mention in record["mentions"]]


def test_labels() -> None:
    assert [label(type) for type in ("person", "organization", "date", "money", "법령 조항", "law-1")] == [
        "PERSON",
        "ORG",
        "DATE",
        "MONEY",
        "법령_조항",
        "LAW-1",
    ]


# brat


def read_brat(ann: str, text: str) -> tuple[list[Span], list[str]]:
    """Strict: every line has its form, every id is there once, every span says what the text says."""
    spans: list[Span] = []
    ids: set[str] = set()
    others = []
    for line in ann.split("\n")[:-1]:
        id, _, rest = line.partition("\t")
        assert id not in ids
        ids.add(id)
        if id.startswith("T"):
            match = re.fullmatch(r"([\w-]+) (\d+ \d+(?:;\d+ \d+)*)\t(.+)", rest)
            assert match, line
            parts = [tuple(map(int, part.split())) for part in match[2].split(";")]
            shown = " ".join(text[start:end] for start, end in parts)
            shown = re.sub("[ \x00-\x1f\x7f-\x9f\u2028]+", " ", shown)
            assert re.sub("[\ud800-\udfff]", "\ufffd", shown) == re.sub(" +", " ", match[3])
            spans.append((parts[0][0], parts[-1][1], match[1]))
        else:
            match = re.fullmatch(r"[\w-]+ Arg1:(T\d+) Arg2:(T\d+)|Generic (T\d+)|AnnotatorNotes ([TR]\d+)\t.+", rest)
            assert match, line
            assert {name for name in match.groups() if name} <= ids
            others.append(line)
    return spans, others


def test_brat() -> None:
    record = full_record()
    spans, others = read_brat(written("brat", (record, TEXT)), TEXT)
    assert spans == expected(record)
    assert "R1\tposition Arg1:T2 Arg2:T1" in others
    assert "A1\tGeneric T6" in others
    assert "#2\tAnnotatorNotes T7\t3000000000..4000000000 KRW" in others
    assert any(line.endswith("AnnotatorNotes R2\t대표이사") for line in others)


def test_brat_of_a_text(found: Result) -> None:
    record = found.to_record()
    spans, _ = read_brat(written("brat", (record, SAMPLE)), SAMPLE)
    assert spans == expected(record)


def test_brat_breaks_a_mention_at_a_line_end() -> None:
    record = empty_record()
    record["mentions"] = [{"id": "m1", "type": "person", "text": "마르코\r\n벨리니", "start": 1, "end": 9, "rule": "x"}]
    assert written("brat", (record, " 마르코\r\n벨리니")) == "T1\tPERSON 1 4;6 9\t마르코 벨리니\n"


# CoNLL


def read_conll(conll: str, text: str) -> tuple[list[Span], int]:
    """Strict: four columns, tokens in order and as the text has them, labels that BIO allows. Gives the spans and how
    many sentences there are."""
    spans: list[Span] = []
    position, before, sentences = 0, "O", 0
    for block in re.findall(r"(.+?)\n\n", conll, re.DOTALL):
        sentences, before = sentences + 1, "O"
        for line in block.split("\n"):
            if line.startswith("# "):
                assert re.fullmatch(r"# (document = .*|offset = \d+)", line)
                continue
            surface, tag, place, bio = line.split("\t")
            start, end = map(int, place.split("-"))
            assert position <= start < end <= len(text)
            assert re.fullmatch(r"[A-Z_-]+(\+[A-Z_-]+)*", tag)
            piece = re.sub(r"[\s\x00-\x1f\x7f-\x9f]", "\u2423", text[start:end])
            assert re.sub("[\ud800-\udfff]", "\ufffd", piece) == surface
            position = end
            prefix, _, name = bio.partition("-")
            if prefix == "B":
                spans.append((start, end, name))
            elif prefix == "I":
                assert before in (f"B-{name}", f"I-{name}")
                spans[-1] = (spans[-1][0], end, name)
            else:
                assert bio == "O"
            before = bio
    return spans, sentences


def test_conll(extractor: Extractor) -> None:
    record = record_of(extractor, SAMPLE, {TOKENS}, "a\nb")
    conll = written("conll", (record, SAMPLE))
    conll.encode("utf-8", "backslashreplace")
    spans, sentences = read_conll(conll, SAMPLE)
    assert spans == expected(record)
    assert sentences == 5
    assert conll.startswith("# document = a b\n# offset = 0\n김")


def test_conll_parts_a_token_where_a_mention_ends() -> None:
    record = empty_record()
    record["tokens"] = [[0, 5, "NNP"], [5, 6, "JKO"], [6, 7, "SF"], [8, 10, "NNG"]]
    record["mentions"] = [
        {"id": "m1", "type": "organization", "text": "나", "start": 1, "end": 2, "rule": "x"},
        {"id": "m2", "type": "person", "text": "다라", "start": 2, "end": 4, "rule": "x"},
    ]
    text = "가나다라마를. 바사"
    lines = [line.split("\t") for line in written("conll", (record, text)).splitlines()]
    assert [line[0] for line in lines if len(line) == 4] == ["가", "나", "다라", "마", "를", ".", "바사"]
    assert [line[3] for line in lines if len(line) == 4] == ["O", "B-ORG", "B-PERSON", "O", "O", "O", "O"]
    assert read_conll(written("conll", (record, text)), text) == ([(1, 2, "ORG"), (2, 4, "PERSON")], 2)


def test_conll_by_another_reader(extractor: Extractor) -> None:
    conllu = pytest.importorskip("conllu", reason="the package conllu is not installed")
    record = record_of(extractor, SAMPLE, {TOKENS}, "a\nb")
    columns = ("form", "xpos", "place", "label")
    sentences = conllu.parse(written("conll", (record, SAMPLE), (record, SAMPLE)), fields=columns)
    assert len(sentences) == 10
    assert [sentence.metadata.get("document") for sentence in sentences[:6]] == ["a b", *[None] * 4, "a b"]
    begun = [token["form"] for sentence in sentences[:5] for token in sentence if token["label"].startswith("B-")]
    assert len(begun) == len(record["mentions"])


# any text at all

LETTERS = st.text(
    st.sampled_from("가나 다.\n\n\r\t\u2028<&\"'\x00\x1b\x85\ud83d\ude00😀\u1100\u1161ａ#\u202e[]"), max_size=40
)


@st.composite
def documents(draw: st.DrawFn) -> tuple[dict[str, Any], str]:
    text, record = draw(LETTERS), empty_record()
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    for start, end in zip(edges[::2], edges[1::2], strict=False):
        id = f"m{len(record['mentions']) + 1}"
        mention = {"id": id, "type": "organization", "text": text[start:end], "start": start, "end": end, "rule": "x"}
        record["mentions"].append(mention | {"entity": "o1"})
    if record["mentions"]:
        ids = [mention["id"] for mention in record["mentions"]]
        record["entities"] = [{"id": "o1", "type": "organization", "name": text, "aliases": [], "mentions": ids}]
    record["tokens"] = [[place, place + 1, "W"] for place, letter in enumerate(text) if not letter.isspace()]
    return record, text


@given(documents())
def test_any_text(document: tuple[dict[str, Any], str]) -> None:
    record, text = document
    read_conll(written("conll", document), text)
    read_brat(written("brat", document), text)
    for format in ("brat", "conll", "labelstudio", "spans", "html"):
        shown = written(format, document)
        shown.encode("utf-8", "backslashreplace")
        assert "\x1b" not in shown
        assert "\x00" not in shown
    assert [(span["start"], span["end"]) for span in json.loads(written("spans", document))["spans"]] == [
        (mention["start"], mention["end"]) for mention in record["mentions"]
    ]
    assert json.loads(written("spans", document))["text"] == well_formed(text)


# spans and Label Studio


def test_spans(found: Result) -> None:
    record = found.to_record()
    lines = [json.loads(line) for line in written("spans", (record, SAMPLE), (full_record(), TEXT)).splitlines()]
    assert [set(line) for line in lines] == [{"id", "text", "spans"}] * 2
    for line, (known, text) in zip(lines, ((record, SAMPLE), (full_record(), TEXT)), strict=True):
        assert line["text"] == well_formed(text)
        spans = [(span["start"], span["end"], span["label"]) for span in line["spans"]]
        assert spans == expected(known)
        assert spans == sorted(spans)
        texts = [line["text"][start:end] for start, end, _ in spans]
        assert texts == [mention["text"] for mention in known["mentions"]]
    assert lines[1]["spans"][6]["value"] == "3000000000..4000000000 KRW"


def test_label_studio(found: Result) -> None:
    record = found.to_record()
    tasks = json.loads(written("labelstudio", (record, SAMPLE), (empty_record(), "")))
    assert [set(task) for task in tasks] == [{"data", "predictions"}] * 2
    assert tasks[0]["data"] == {"text": well_formed(SAMPLE), "document": "a\nb"}
    (prediction,) = tasks[0]["predictions"]
    assert set(prediction) == {"model_version", "result"}
    results = prediction["result"]
    assert len({result["id"] for result in results}) == len(results)
    for result in results:
        assert (result["from_name"], result["to_name"], result["type"]) == ("label", "text", "labels")
        value = result["value"]
        assert set(value) == {"start", "end", "text", "labels"}
        assert SAMPLE[value["start"] : value["end"]] == value["text"]
    read = [(one["value"]["start"], one["value"]["end"], one["value"]["labels"][0]) for one in results]
    assert read == expected(record)
    assert tasks[1]["predictions"][0]["result"] == []
    assert json.loads(written("labelstudio")) == []


def test_of_mentions_that_overlap_the_first_stays() -> None:
    record = full_record()
    record["mentions"].append({**record["mentions"][1], "id": "m9", "end": record["mentions"][2]["end"]})
    starts = [span["start"] for span in json.loads(written("spans", (record, TEXT)))["spans"]]
    assert starts == sorted(set(starts))
