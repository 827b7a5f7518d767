"""Records as Arrow: every field kept, amounts exact, one bad document costs none of the others; and parquet."""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kextract import Extractor
from kextract.output import FORMATS, Options, open_writer
from kextract.output.encode import encode
from tests.cli.conftest import cli  # noqa: F401 (a fixture)
from tests.unit.records import full_result

pa = pytest.importorskip("pyarrow", reason="the extra arrow is not installed")

import pyarrow.parquet as pq  # noqa: E402

from kextract.arrow import SCHEMA, extract_batches, extract_table, extracting, to_batch  # noqa: E402

TEXTS = ["김하늘 장관은 17일 3억5천만원을 냈다.", "박가람 교수는 한울대학교에 있다.", "내용이 없다."]


@pytest.fixture(autouse=True)
def one_tokenizer(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    extracting._extractor.cache_clear()
    monkeypatch.setattr("kextract.extractor.Analyzer", lambda: extractor.analyzer)
    yield
    extracting._extractor.cache_clear()


def row(record: dict[str, Any]) -> dict[str, Any]:
    batch = to_batch([record])
    assert batch.schema.equals(SCHEMA, check_metadata=True)
    batch.validate(full=True)
    found: dict[str, Any] = batch.to_pylist()[0]
    return found


def without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_nulls(entry) for key, entry in value.items() if entry is not None}
    return [without_nulls(entry) for entry in value] if isinstance(value, list) else value


def as_told(value: Any) -> Any:
    """A row as the record that it was made from, nulls left out: `more` opened, amounts by their digits."""
    if isinstance(value, list):
        return [as_told(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    told = {key: as_told(entry) for key, entry in value.items() if entry is not None}
    told.update(json.loads(told.pop("more", "{}"), parse_float=Decimal))
    for name in ("amount", "amount_max"):
        if f"{name}_digits" in told:
            told[name] = Decimal(told.pop(f"{name}_digits"))
    return without_nulls(told)


def test_nothing_is_lost() -> None:
    record = full_result().to_record()
    assert as_told(row(record)) == without_nulls(record)


def test_what_has_no_column_is_in_more() -> None:
    own = {"id": "m1", "type": "law", "text": "상법", "start": 0, "end": 2, "value": "L1", "fields": {"law": "상법"}}
    odd = {"type": "position", "person": ["p1", "p2"], "count": Decimal("2.50"), "evidence": [], "rule": "r"}
    record = {"id": "a", "date": None, "mentions": [{**own, "rule": "own.law"}], "entities": [], "relations": [odd]}
    found = row(record)
    assert json.loads(found["mentions"][0]["more"]) == {"fields": {"law": "상법"}}
    assert found["relations"][0]["more"] == '{"person": ["p1", "p2"], "count": 2.5}'
    assert as_told(found) == without_nulls(record)


@pytest.mark.parametrize(
    ("amount", "column", "digits"),
    [
        (Decimal("350000000"), "350000000", "350000000"),
        (270, "270", "270"),
        (Decimal("1E+20"), "100000000000000000000", "100000000000000000000"),
        (Decimal("0.000000001"), "0.000000001", "0.000000001"),
        (Decimal("99999999999999999999999999999.999999999"),) + ("99999999999999999999999999999.999999999",) * 2,
        (Decimal("1E+29"), None, "1" + "0" * 29),
        (Decimal("0.0000000001"), None, "0.0000000001"),
        (Decimal("1.1000000000000"), "1.1", "1.1"),
    ],
)
def test_amounts_are_exact(amount: Any, column: str | None, digits: str) -> None:
    mention = {"id": "m1", "type": "money", "text": "x", "start": 0, "end": 1, "amount": amount, "rule": "r"}
    found = row({"id": 1, "date": None, "mentions": [mention], "entities": [], "relations": []})["mentions"][0]
    assert found["amount"] == (None if column is None else Decimal(column))
    assert found["amount_digits"] == digits
    assert found["more"] is None


def test_ids_are_text_and_letters_without_utf8_are_written_out() -> None:
    assert row({"id": 7, "error": "no text"})["id"] == "7"
    assert row({"id": None, "error": "no text"})["id"] is None
    assert row({"id": "a\udc80", "error": "…"})["id"] == "a\\udc80"


def batches(size: int = 2, **columns: Any) -> Iterator[Any]:
    return iter(pa.table({"text": TEXTS, **columns}).to_batches(max_chunksize=size))


def expected(extractor: Extractor, dates: list[str | None]) -> list[dict[str, Any]]:
    records = []
    for number, (text, date) in enumerate(zip(TEXTS, dates, strict=True)):
        record = extractor.extract(text, id=number, date=date).to_record()
        if record["date"]:
            record["date"]["source"] = "field"
        records.append(record)
    return to_batch(records).to_pylist()  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("dates", "type"),
    [
        (["2024-05-20", "2020-01-01", None], None),
        ([dt.date(2024, 5, 20), dt.date(2020, 1, 1), None], "date32"),
        ([dt.datetime(2024, 5, 20, 0, 30, 59, 7), dt.datetime(2020, 1, 1), None], "timestamp[ns]"),
    ],
)
def test_batches_in_records_out(extractor: Extractor, dates: list[Any], type: str | None) -> None:
    column = pa.array(dates, type and pa.type_for_alias(type))
    found = pa.Table.from_batches(extract_batches(batches(id=[0, 1, 2], date=column)), SCHEMA)
    minutes = [day and (f"{day:%Y-%m-%dT%H:%M}" if isinstance(day, dt.datetime) else str(day)) for day in dates]
    assert found.to_pylist() == expected(extractor, minutes)


def test_columns_by_other_names(extractor: Extractor) -> None:
    table = pa.table({"no": [0, 1, 2], "body": pa.array(TEXTS).dictionary_encode(), "day": ["2024-05-20"] * 3})
    assert extract_table(table, "body", "no", "day").to_pylist() == expected(extractor, ["2024-05-20"] * 3)
    assert extract_table(table, "body")["id"].to_pylist() == [None] * 3


@pytest.mark.parametrize(
    ("names", "said"), [(("words",), "no column 'words'; there are text, id"), (("id",), "column 'id' is int64")]
)
def test_columns_that_are_not_there(names: tuple[str, ...], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        extract_table(pa.table({"text": TEXTS, "id": [0, 1, 2]}), *names)
    with pytest.raises(ValueError, match="no column 'when'"):
        list(extract_batches(batches(), date="when"))


def test_a_document_that_fails_is_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Extractor.extract

    def fails(self: Extractor, text: str, **options: Any) -> Any:
        if text == "나쁜 글":
            raise RuntimeError("boom")
        return whole(self, text, **options)

    monkeypatch.setattr(Extractor, "extract", fails)
    table = pa.table({"text": ["나쁜 글", None, TEXTS[0]], "id": ["a", "b", "c"], "date": [None, None, "soon"]})
    found = extract_table(table).to_pylist()
    assert [each["id"] for each in found] == ["a", "b", "c"]
    assert [each["error"] for each in found] == [
        "internal error: RuntimeError: boom",
        "no text",
        "'soon' is not a date, read without it",
    ]
    assert [len(each["mentions"]) for each in found] == [0, 0, 3]


def test_types_and_own_names(tmp_path: Path) -> None:
    lexicon = tmp_path / "own.tsv"
    lexicon.write_text("surface\ttype\n내용\tproduct\n")
    money = extract_table(pa.table({"text": TEXTS}), types=["money"])
    assert [each["type"] for each in money["mentions"].to_pylist()[0]] == ["money"]
    own = extract_table(pa.table({"text": TEXTS}), lexicons=[str(lexicon)])
    assert [each["type"] for each in own["mentions"].to_pylist()[2]] == ["product"]


def test_output_comes_as_input_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting, "ROWS", 1)
    found = extract_batches(batches(size=3))
    assert next(found).num_rows == 1
    assert [batch.num_rows for batch in found] == [1, 1]
    assert extract_table(pa.table({"text": pa.array([], pa.string())})).num_rows == 0


def test_parquet_is_the_same_rows(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kextract.output.parquet.DOCUMENTS", 2)
    records = [extractor.extract(text, id=number).to_record() for number, text in enumerate(TEXTS)]
    stream = io.BytesIO()
    writer = open_writer(FORMATS["parquet"], stream, Options())
    for record, text in zip(records, TEXTS, strict=True):
        writer.write(record, text)
    writer.close()
    assert not stream.closed
    file = pq.ParquetFile(io.BytesIO(stream.getvalue()))
    assert file.num_row_groups == 2
    assert file.schema_arrow.equals(SCHEMA)
    assert file.schema_arrow.metadata == SCHEMA.metadata
    assert file.read().to_pylist() == to_batch(records).to_pylist()
    lines = [json.loads(encode(record), parse_float=Decimal) for record in records]
    assert to_batch(lines).equals(to_batch(records))  # a line of jsonl makes the same row


def test_parquet_by_the_command(cli: Any, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "a.txt").write_text(TEXTS[0])
    assert cli("-f", "parquet", "-o", "a.parquet", "a.txt").code == 0
    assert pq.read_table(tmp_path / "a.parquet")["id"].to_pylist() == ["a.txt"]
    assert cli("-f", "parquet", "--out-dir", "out", "a.txt").code == 0
    assert (tmp_path / "out" / "a.txt.parquet").exists()
    errors = cli("-f", "parquet", "-o", "e.parquet", "--errors", "record", "a.txt", "none.txt")
    assert errors.code == 1
    assert pq.read_table(tmp_path / "e.parquet")["error"].to_pylist() == [None, "No such file or directory"]


def test_parquet_whole_or_not_at_all(cli: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    (tmp_path / "a.txt").write_text(TEXTS[0])

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kextract.arrow.to_batch", fails)
    run = cli("-f", "parquet", "-o", "a.parquet", "a.txt")
    assert (run.code, run.err) == (1, "kextract: a.parquet: cannot write: No space left on device\n")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_parquet_does_not_go_to_a_terminal_or_pipe(cli: Any) -> None:  # noqa: F811
    run = cli("-f", "parquet", "a.txt")
    assert run.code == 2
    assert "say where with -o FILE" in run.err


def test_the_extra_is_named(cli: Any, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    monkeypatch.setattr("kextract.cli.extract.find_spec", lambda name: None)
    run = cli("-f", "parquet", "-o", "a.parquet", "a.txt")
    assert run.code == 2
    assert "pip install 'kextract[arrow]'" in run.err
    for name in [name for name in sys.modules if name.startswith("kextract.arrow")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match=r"pip install 'kextract\[arrow\]'"):
        import kextract.arrow  # noqa: F401
