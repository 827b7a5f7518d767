"""graphml, turtle, jsonld: read back by the tools that people read them with."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from typing import Any

import networkx
import pytest
import rdflib
from rdflib.compare import isomorphic

from kextract.merge import Knowledge, Store
from kextract.merge.formats import write
from kextract.output import FORMATS, Options, open_writer
from tests.unit.merging import Record, generated, record
from tests.unit.records import empty_record, full_record

SCHEMA = rdflib.Namespace("https://schema.org/")
OWN = rdflib.Namespace("urn:kextract:term:")
NASTY = "<&\"'>]]>\\\n\t\r\0\x01\x1f\x7f\x85\u2028\ufffe\ud800𠮷 끝"


def written(format: str, *records: Record) -> str:
    stream = io.StringIO()
    writer = open_writer(FORMATS[format], stream, Options())
    for entry in records:
        writer.write(entry, "")
    writer.close()
    return stream.getvalue()


def merged(format: str, *records: Record) -> str:
    store, stream = Store(), io.StringIO()
    for entry in records:
        store.add(entry)
    write(format, Knowledge(store), stream, Options(), 10)
    return stream.getvalue()


def graph_of(text: str) -> Any:
    return networkx.parse_graphml(text.encode("utf-8"), force_multigraph=True)


def turtle_of(text: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text.encode("utf-8", "backslashreplace"), format="turtle")


def jsonld_of(text: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text, format="json-ld")


def eventful() -> Record:
    """A record with a relation of every kind."""
    made = full_record()
    evidence = [{"start": 0, "end": 3, "text": "새빛시"}]

    def relate(type: str, **fields: Any) -> None:
        made["relations"].append({"type": type, **fields, "evidence": evidence, "rule": f"{type}.x"})

    relate("position", person="p1", organization="o2", title="사장", status="former")
    relate("position", person="p1", organization=None, title="변호사")
    relate("part_of", part="o3", whole="o2")
    relate("agreement", parties=["o1", "o2"], name="업무 협약", date="2024-01-17")
    relate("transaction", kind="donation", who="p1", whom="o3", money="m8")
    relate("transaction", kind="investment", who="o2", whom=None, money="m7")
    relate("statement", speaker="p1", quote='함께 "간다"\\', date="2024-01-17")
    relate("alias", entity="p2", name="마르코 벨리니", alias="Marco Bellini")
    return made


def nasty() -> Record:
    made = record(NASTY, {NASTY: [(NASTY + "사", NASTY)]}, aliases={NASTY: [NASTY + "2"]}, said={NASTY: NASTY})
    made["relations"][0]["evidence"][0]["text"] = NASTY
    return made


def test_graph_of_one_document() -> None:
    graph = graph_of(written("graphml", eventful()))
    person = graph.nodes["d1.p1"]
    assert (person["label"], person["type"], person["aliases"], person["titles"]) == (
        "김하늘",
        "person",
        "김 시장",
        "시장 | 변호사",
    )
    edges = {(source, target, edge["label"]) for source, target, edge in graph.edges(data=True)}
    assert {("d1.p1", "d1.o1", "시장"), ("d1.p1", "d1.o2", "사장"), ("d1.o3", "d1.o2", "part_of")} <= edges
    events = {data["label"]: data for _, data in graph.nodes(data=True) if data["type"] == "transaction"}
    assert events["donation"]["amount"] == 1.25
    assert (events["investment"]["amount_max"], events["investment"]["currency"]) == (4e9, "KRW")
    assert sum(data["type"] == "statement" for _, data in graph.nodes(data=True)) == 1
    assert all(graph.nodes[end].get("label") for edge in edges for end in edge[:2])


def test_documents_stand_side_by_side_in_a_graph() -> None:
    graph = graph_of(written("graphml", full_record(), full_record(), empty_record()))
    assert {"d1.p1", "d2.p1"} <= set(graph.nodes)
    assert networkx.number_weakly_connected_components(graph) == 4


def test_amounts_are_written_exactly() -> None:
    made = eventful()
    made["mentions"][-1]["amount"] = Decimal("12345678901234567890.25")
    for format in ("graphml", "turtle", "jsonld"):
        assert "12345678901234567890.25" in written(format, made)


def test_people_and_posts_in_schema_org() -> None:
    graph = turtle_of(written("turtle", eventful()))
    document = "urn:kextract:document:news/1.txt"
    mayor, city, firm = (rdflib.URIRef(f"{document}#{id}") for id in ("p1", "o1", "o2"))
    assert (mayor, rdflib.RDF.type, SCHEMA.Person) in graph
    assert (city, rdflib.RDF.type, SCHEMA.Organization) in graph
    assert str(graph.value(mayor, SCHEMA.alternateName)) == "김 시장"
    assert {str(title) for title in graph.objects(mayor, SCHEMA.jobTitle)} == {"시장", "변호사"}
    assert list(graph.objects(mayor, SCHEMA.worksFor)) == [city]  # the former post is a role only
    roles = {
        str(graph.value(role, SCHEMA.roleName)): graph.value(role, SCHEMA.affiliation)
        for role in graph.objects(mayor, SCHEMA.affiliation)
    }
    assert roles == {"시장": city, "사장": firm}
    assert str(graph.value(rdflib.URIRef(document), SCHEMA.datePublished)) == "2024-01-18"
    (part,) = graph.objects(firm, SCHEMA.subOrganization)
    assert (part, SCHEMA.parentOrganization, firm) in graph


def test_events_in_schema_org() -> None:
    graph = turtle_of(written("turtle", eventful()))
    (agreement,) = graph.subjects(rdflib.RDF.type, SCHEMA.Action)
    assert len(list(graph.objects(agreement, SCHEMA.participant))) == 2
    assert str(graph.value(agreement, SCHEMA.startTime)) == "2024-01-17"
    (quotation,) = graph.subjects(rdflib.RDF.type, SCHEMA.Quotation)
    assert str(graph.value(quotation, SCHEMA.text)) == '함께 "간다"\\'
    amounts = {
        str(graph.value(amount, SCHEMA.currency)): graph.value(amount, SCHEMA.value)
        or graph.value(amount, SCHEMA.maxValue)
        for amount in graph.subjects(rdflib.RDF.type, SCHEMA.MonetaryAmount)
    }
    assert amounts == {"USD": rdflib.Literal(Decimal("1.25")), "KRW": rdflib.Literal(4_000_000_000)}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("records", [[], [empty_record()], [full_record()], [eventful(), full_record()]])
def test_turtle_and_jsonld_say_the_same(records: list[Record]) -> None:
    turtle, jsonld = turtle_of(written("turtle", *records)), jsonld_of(written("jsonld", *records))
    assert isomorphic(turtle, jsonld)


def test_two_documents_of_one_id_are_two() -> None:
    graph = turtle_of(written("turtle", full_record(), full_record()))
    assert len(list(graph.subjects(rdflib.RDF.type, SCHEMA.CreativeWork))) == 2
    assert len(set(graph.subjects(rdflib.RDF.type, SCHEMA.Person))) == 4


@pytest.mark.parametrize("make", [written, merged])
def test_nasty_names(make: Any) -> None:
    graph = graph_of(make("graphml", nasty()))
    labels = {data["label"] for _, data in graph.nodes(data=True)}
    assert any(label.startswith("<&\"'>]]>\\") and label.endswith("𠮷 끝") for label in labels)
    found = turtle_of(make("turtle", nasty()))
    (person,) = found.subjects(rdflib.RDF.type, SCHEMA.Person)
    assert str(found.value(person, SCHEMA.name)).startswith("<&\"'>]]>\\\n\t\r\0\x01")
    assert json.loads(make("jsonld", nasty()))["@graph"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_knowledge_base() -> None:
    records = [
        *generated(40),
        record("x", {"안나 코르호넨": [("해솔전자", "사장")]}),
        record("y", {"안나 코르호넨": []}),
    ]
    graph = graph_of(merged("graphml", *records))
    turtle, jsonld = turtle_of(merged("turtle", *records)), jsonld_of(merged("jsonld", *records))
    assert set(turtle) & set(jsonld)
    assert len(turtle) == len(jsonld)
    (anna,) = turtle.subjects(SCHEMA.name, rdflib.Literal("안나 코르호넨"))
    assert turtle.value(anna, OWN.documentCount) == rdflib.Literal(2)
    assert str(turtle.value(anna, OWN.firstSeen)) == "2024-01-17"
    id = str(anna).removeprefix("urn:kextract:entity:")
    assert (graph.nodes[id]["documents"], graph.nodes[id]["titles"]) == (2, "사장")
    assert {str(document) for document in turtle.objects(anna, SCHEMA.subjectOf)} == {
        "urn:kextract:document:x",
        "urn:kextract:document:y",
    }
    assert all(data.get("label") for _, data in graph.nodes(data=True))


@pytest.mark.parametrize("format", [name for name, format in FORMATS.items() if format.merged])
def test_nothing_at_all(format: str) -> None:
    text = merged(format)
    if format in ("json", "jsonld"):
        json.loads(text)
    elif format == "graphml":
        assert len(graph_of(text)) == 0


def test_a_band_is_a_group_with_members() -> None:
    entry = empty_record("x")
    entry["entities"] = [
        {"id": "p1", "type": "person", "name": "별솔밴드", "aliases": [], "mentions": [], "group": True},
        {"id": "p2", "type": "person", "name": "가하람", "aliases": [], "mentions": []},
    ]
    entry["relations"] = [
        {"type": "position", "person": "p2", "organization": "p1", "title": None, "evidence": [], "rule": "position.x"}
    ]
    graph = rdflib.Graph().parse(data=written("turtle", entry), format="turtle")
    band = next(graph.subjects(rdflib.RDF.type, SCHEMA.MusicGroup))
    assert [str(graph.value(member, SCHEMA.name)) for member in graph.subjects(SCHEMA.memberOf, band)] == ["가하람"]
