"""Merging: who is one over documents, who stays apart, and the same bytes whatever the order."""

from __future__ import annotations

import random
import time
from typing import Any

import pytest

from kextract.merge import Knowledge, RecordError, Store, names
from kextract.merge.overview import overview
from kextract.output.encode import encode
from tests.unit.merging import Record, entities, generated, merged, record


def count(items: list[Record], name: str) -> list[int]:
    """Documents of each entity of that name, the most first."""
    return [item["documents"] for item in entities(items, name)]


# --- people ------------------------------------------------------------------------------------------------------


def test_name_and_organization_join() -> None:
    items = merged(
        [
            record("1", {"김하람": [("해솔전자", "사장")]}, day="2024-03-01"),
            record("2", {"김하람": [("㈜해솔 전자", "대표이사")]}, day="2023-02-01"),
        ]
    )
    (person,) = entities(items, "김하람")
    assert (person["id"], person["documents"], person["scope"], person["joined_by"]) == (
        "p1",
        2,
        "all",
        ["organization"],
    )
    assert (person["first"], person["last"], person["sources"]) == ("2023-02-01", "2024-03-01", ["1", "2"])
    assert person["titles"] == ["대표이사", "사장"]
    (body,) = entities(items, "해솔전자")
    assert (body["name"], body["aliases"]) == ("해솔전자", ["㈜해솔 전자"])


def test_namesakes_in_other_organizations_stay_apart() -> None:
    items = merged([record("1", {"김하람": [("해솔전자", "사장")]}), record("2", {"김하람": [("가온대학교", "교수")]})])
    assert count(items, "김하람") == [1, 1]


def test_a_common_name_alone_joins_nothing() -> None:
    items = merged([record(id, {"김하람": []}) for id in "123"])
    assert count(items, "김하람") == [1, 1, 1]
    assert {item["scope"] for item in entities(items, "김하람")} == {"document"}


def test_a_title_without_place_joins_nothing() -> None:
    items = merged([record(id, {"김하람": [(None, "시장")], "이누리": [(None, "기자")]}) for id in "12"])
    assert count(items, "김하람") == count(items, "이누리") == [1, 1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((None, "구미시장"), ("구미시", "시장")),
        ((None, "서울시장"), ("서울특별시", "시장")),
        ((None, "구미시장"), ("구미시청", "시장")),
        ((None, "경북지사"), (None, "경상북도지사")),
        (("미국", "대통령"), (None, "대통령")),
        ((None, "국무총리"), (None, "총리")),
        (("미국", "국무장관"), ("미국", "국무장관")),
    ],
)
def test_posts_of_places_join(first: Any, second: Any) -> None:
    items = merged([record("1", {"김하람": [first]}), record("2", {"김하람": [second]})])
    assert count(items, "김하람") == [2]
    assert entities(items, "김하람")[0]["joined_by"] == ["title"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((None, "구미시장"), (None, "김천시장")),
        ((None, "강서구청장"), (None, "강서구청장")),  # of Seoul, of Busan
        (("강서구", "구청장"), ("강서구", "구청장")),
        (("중구", "구청장"), ("중구", "구청장")),
        (("서울시", "주무관"), ("서울시", "공무원")),  # a city is no workplace that tells people apart
        (("한국", "선수"), ("한국", "선수")),
        ((None, "장관"), (None, "장관")),
        (("미국", "국무장관"), ("미국", "국방장관")),
        (("구미시", "시장"), ("구미시", "선수")),
        (("울산", "선수"), ("울산", "교사")),
        (("형사3부", "부장검사"), ("형사3부", "부장검사")),
    ],
)
def test_posts_that_do_not_join(first: Any, second: Any) -> None:
    items = merged([record("1", {"김하람": [first]}), record("2", {"김하람": [second]})])
    assert count(items, "김하람") == [1, 1]


def test_father_and_son_stay_apart() -> None:
    family: Any = {"구하람": [("해솔그룹", "회장")], "구다온": [("해솔그룹", "부회장")]}
    items = merged([record(id, family, aliases={"구하람": ["구 회장"], "구다온": ["구 회장"]}) for id in "12"])
    assert count(items, "구하람") == count(items, "구다온") == [2]
    assert [item["name"] for item in entities(items, "구 회장")] == ["구하람", "구다온"]


@pytest.mark.parametrize("name", ["A", "채", "김모", "김모씨", "김 시장", "남궁 대표", "박○○", "이모", "박XX"])
def test_masked_people_are_never_joined(name: str) -> None:
    items = merged([record(id, {name: [("해솔전자", "사장"), (None, "구미시장")]}) for id in "12"])
    assert count(items, name) == [1, 1]


@pytest.mark.parametrize("name", ["이영모", "김하람", "남궁하람", "허준", "김 하람", "아베 하나"])
def test_full_names_are_not_masked(name: str) -> None:
    assert not names.is_partial(name)


@pytest.mark.parametrize(("name", "foreign"), [("토마 베르나르", True), ("김 하람", False), ("남궁 하람", False)])
def test_foreign_names(name: str, foreign: bool) -> None:
    assert names.is_foreign(name) == foreign


def test_generic_bodies_tell_nobody_apart() -> None:
    items = merged([record(id, {"김하람": [("경찰", "팀장")]}, generic=["경찰"]) for id in "12"])
    assert count(items, "김하람") == [1, 1]
    assert [item["generic"] for item in entities(items, "경찰")] == [True]


def test_foreign_names_of_several_words_join() -> None:
    items = merged([record(id, {"안나 코르호넨": [], "코르호넨": []}) for id in "12"])
    assert count(items, "안나 코르호넨") == [2]
    assert count(items, "코르호넨") == [1, 1]


def test_a_name_in_another_script_joins() -> None:
    latin, hanja = {"안나 코르호넨": ["Anna Korhonen"]}, {"변하람": ["邊河覽"]}
    items = merged(
        [
            record("1", {"안나 코르호넨": [], "변하람": []}, aliases=latin | hanja),
            record("2", {"Anna Korhonen": [], "변하람": []}, aliases=hanja),
            record("3", {"변하람": []}),
        ]
    )
    assert count(items, "Anna Korhonen") == [2]
    assert count(items, "변하람") == [2, 1]


def test_a_latin_name_of_two_people_joins_neither() -> None:
    items = merged(
        [
            record("1", {"한나리": []}, aliases={"한나리": ["Nari Han"]}),
            record("2", {"한날이": []}, aliases={"한날이": ["Nari Han"]}),
            record("3", {"Nari Han": []}),
        ]
    )
    assert [item["documents"] for item in items if item["item"] == "entity"] == [1, 1, 1]


def test_what_is_no_name_joins_nobody() -> None:
    items = merged(
        [record(id, {name: []}, aliases={name: ["KBS PD"]}) for id, name in (("1", "김하람"), ("2", "이누리"))]
    )
    assert count(items, "KBS PD") == [1, 1]
    assert not names.other_script("김하람", "KBS PD")


# --- organizations -----------------------------------------------------------------------------------------------


def test_an_abbreviation_of_one_body_joins() -> None:
    items = merged([record("1", organizations={"새빛기술연구원": ["SBTI"]}), record("2", organizations={"SBTI": []})])
    (body,) = entities(items, "SBTI")
    assert (body["name"], body["documents"], body["joined_by"]) == ("새빛기술연구원", 2, ["alias"])


def test_people_of_a_body_by_its_other_name_join() -> None:
    items = merged(
        [
            record("1", {"김하람": [("새빛기술연구원", "원장")]}, {"새빛기술연구원": ["SBTI"]}),
            record("2", {"김하람": [("SBTI", "원장")]}),
        ]
    )
    assert count(items, "김하람") == [2]


def test_an_abbreviation_of_two_bodies_joins_neither() -> None:
    items = merged(
        [
            record("1", organizations={"새빛기술연구원": ["SBTI"]}),
            record("2", organizations={"솔빛무역협회": ["SBTI"]}),
            record("3", organizations={"SBTI": []}),
        ]
    )
    assert [item["documents"] for item in items] == [1, 1, 1]


def test_longer_and_shorter_form_with_one_abbreviation_join() -> None:
    items = merged(
        [
            record("1", organizations={"새빛기술연구원": ["SBTI"]}),
            record("2", organizations={"새빛첨단기술연구원": ["SBTI"]}),
        ]
    )
    assert count(items, "SBTI") == [2]


@pytest.mark.parametrize(
    ("name", "alias"),
    [
        ("가람문화재단", "문화재단"),  # a kind of body
        ("세계누리무역협회", "누리무역협회"),  # the end of a name may be another's whole name
        ("한울대학교 에너지공학과", "한울대학교"),  # the body it belongs to
        ("해솔전자", "해솔"),  # too short
        ("솔빛협회", "SB"),
    ],
)
def test_other_names_that_join_nothing(name: str, alias: str) -> None:
    items = merged([record("1", organizations={name: [alias]}), record("2", organizations={alias: []})])
    assert [item["documents"] for item in items] == [1, 1]


def test_kinds_of_bodies_stay_apart() -> None:
    items = merged([record(id, {"김하람": [("산학협력단", "단장")]}) for id in "12"])
    assert count(items, "산학협력단") == count(items, "김하람") == [1, 1]
    assert entities(items, "산학협력단")[0]["scope"] == "document"


@pytest.mark.parametrize(
    ("first", "second"), [("서울시", "서울특별시"), ("울산과기원", "UNIST"), ("㈜누리", "누리 (주)")]
)
def test_known_names_of_one_body_join(first: str, second: str) -> None:
    items = merged([record("1", organizations={first: []}), record("2", organizations={second: []})])
    assert [item["documents"] for item in items] == [2]


# --- relations ---------------------------------------------------------------------------------------------------


def test_relations_are_counted_with_their_evidence() -> None:
    posts: Any = {"김하람": [("구미시", "시장")]}, {"김하람": [("구미시", "구미시장")]}
    items = merged([record("1", posts[0]), record("2", posts[1]), record("3", posts[0])])
    (position,) = [item for item in items if item["item"] == "relation"]
    assert list(position)[:2] == ["item", "type"]
    assert (position["person"], position["organization"], position["title"]) == ("p1", "o1", "시장")
    assert (position["count"], position["documents"], position["sources"]) == (3, 3, ["1", "2", "3"])
    assert position["evidence"][0] == {"document": "1", "start": 0, "end": 3, "text": "증거 "}
    assert position["rules"] == ["position.x"]


def test_a_quotation_is_one_whatever_its_blanks_are() -> None:
    posts: Any = {"김하람": [("해솔전자", "사장")]}
    said = [{"김하람": "함께 가겠다"}, {"김하람": "함께  가겠다"}, {"김하람": "따로 가겠다"}]
    items = merged([record(str(number), posts, said=quote) for number, quote in enumerate(said)])
    assert [item["count"] for item in items if item.get("type") == "statement"] == [1, 2]


def test_ends_that_are_one_say_nothing() -> None:
    told = record("1", organizations={"해솔전자": [], "㈜해솔전자": [], "가온은행": []})
    ids = [entity["id"] for entity in told["entities"]]
    evidence = [{"start": 0, "end": 1, "text": "…"}]
    for parties in (ids[:2], ids):
        fields = {"parties": parties, "name": None, "date": "2024-01-17"}
        told["relations"].append({"type": "agreement", **fields, "evidence": evidence, "rule": "agreement.x"})
    (agreement,) = [item for item in merged([told]) if item["item"] == "relation"]
    assert agreement["parties"] == ["o1", "o2"]


def test_amounts_stand_in_the_place_of_their_mentions() -> None:
    told = next(generated(1))
    money = {"kind": "donation", "who": told["entities"][0]["id"], "whom": None, "money": "m99"}
    told["mentions"][-1]["amount"] = 1.5
    evidence = [{"start": 0, "end": 1, "text": "…"}]
    told["relations"].append({"type": "transaction", **money, "evidence": evidence, "rule": "transaction.x"})
    (given,) = [item for item in merged([told]) if item.get("type") == "transaction"]
    assert encode(given["money"]) == '{"amount": 1.5, "currency": "KRW", "precision": "exact"}'


# --- the whole ---------------------------------------------------------------------------------------------------


def test_the_same_record_counts_once() -> None:
    (person,) = merged([record("1", {"김하람": []}), record("1", {"김하람": []})])
    assert person["documents"] == 1


def test_two_documents_of_one_id_are_two() -> None:
    told = [record("-", {"김하람": [("해솔전자", title)]}) for title in ("사장", "고문")]
    (person,) = entities(merged(told), "김하람")
    assert (person["documents"], person["sources"]) == (2, ["-"])


@pytest.mark.parametrize("wrong", [{}, {"id": 1}, {"id": "1", "date": None, "mentions": [], "entities": [{}]}])
def test_what_is_no_record(wrong: Record) -> None:
    store = Store()
    with pytest.raises(RecordError):
        store.add(wrong)
    assert list(Knowledge(store).items()) == []


def test_letters_that_have_no_text() -> None:
    told = record("1", {"김\ud800하": [("해솔\ud800전자", "사\ud800장")]}, said={"김\ud800하": "\ud800\0"})
    told["id"] = "\udc80"
    assert len(merged([told])) == 4


def test_a_speaker_who_is_not_known() -> None:
    told = record("1", {"김하람": []})
    evidence = [{"start": 0, "end": 1, "text": "…"}]
    said = {"type": "statement", "speaker": None, "quote": "간다", "date": None}
    told["relations"].append({**said, "evidence": evidence, "rule": "statement.x"})
    store = Store()
    store.add(told)
    assert overview(Knowledge(store)).quoted == []


def test_nothing() -> None:
    assert merged([]) == []
    seen = overview(Knowledge(Store()))
    assert (seen.documents, seen.people, seen.together) == (0, [], [])


def test_overview() -> None:
    store = Store()
    posts: Any = {"김하람": [("구미시", "시장"), (None, "시장")], "안나 코르호넨": [("경찰", None)], "A": []}
    for id, day in (("1", "2024-01-17"), ("2", "2024-01-20"), ("3", "2024-02-01")):
        store.add(record(id, posts, day=day, generic=["경찰"], said={"김하람": f"말 {id}"}))
    seen = overview(Knowledge(store))
    assert [(person["name"], held) for person, held in seen.people] == [
        ("김하람", ["구미시 시장"]),
        ("안나 코르호넨", ["경찰"]),
    ]
    assert [body["name"] for body in seen.organizations] == ["구미시"]
    assert seen.quoted == [("김하람", 3, 3)]
    assert seen.together == [("김하람", "안나 코르호넨", 3, [("2024-01", 2), ("2024-02", 1)])]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_order_makes_no_difference(seed: int) -> None:
    told = list(generated(300))
    latin: Any = {"안나 코르호넨": ["Anna Korhonen"]}
    told += [record(f"x{n}", {"안나 코르호넨": [("SBTI", None)]}, aliases=latin) for n in range(3)]
    told += [record(f"y{n}", organizations={"새빛기술연구원": ["SBTI"]}) for n in range(3)]
    before = "\n".join(map(encode, merged(told)))
    random.Random(seed).shuffle(told)
    assert "\n".join(map(encode, merged(told))) == before


def test_ten_thousand_records() -> None:
    store = Store()
    told = list(generated(10_000))
    start = time.process_time()
    for entry in told:
        store.add(entry)
    knowledge = Knowledge(store)
    found = sum(1 for _ in knowledge.items())
    assert time.process_time() - start < 10
    assert knowledge.documents == 10_000
    assert 20_000 < found < 80_000
    first = next(knowledge.entities())
    assert (first["scope"], first["joined_by"], len(first["sources"])) == ("all", ["organization"], 10)


# --- bands -------------------------------------------------------------------------------------------------------


def _of_band(id: str, singer: str, band: str) -> Record:
    """A document that tells of a singer and her band, which is an entity of type person."""
    told = record(id, {band: [], singer: []})
    group, member = told["entities"]
    group["group"] = True
    evidence = [{"start": 0, "end": 2, "text": "증거"}]
    post = {"type": "position", "person": member["id"], "organization": group["id"], "title": None}
    told["relations"] = [{**post, "evidence": evidence, "rule": "position.x"}]
    return told


def test_a_band_joins_and_its_members_by_it() -> None:
    items = merged([_of_band("1", "하람", "달빛소년단"), _of_band("2", "하람", "달빛소년단")])
    assert count(items, "달빛소년단") == count(items, "하람") == [2]


def test_singers_of_one_name_in_two_bands_stay_apart() -> None:
    items = merged([_of_band("1", "하람", "달빛소년단"), _of_band("2", "하람", "별빛소년단")])
    assert count(items, "하람") == [1, 1]


def test_overview_tells_a_post_once() -> None:
    posts = [("춘천시", "시장"), (None, "춘천시장"), ("춘천시", None), ("해솔당", None)]
    store = Store()
    store.add(record("1", {"육태호": posts}))
    (held,) = [posts for person, posts in overview(Knowledge(store, 5), 5).people if person["name"] == "육태호"]
    assert held == ["춘천시 시장", "해솔당"]
