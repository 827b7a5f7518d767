"""A large document shared out to processes gives what one process gives, and so do many small ones."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kextract import Extractor, unread
from kextract.cli import sharing
from kextract.cli.pool import Aside, can_fork
from kextract.decoding import decode
from kextract.extractor import Analysis
from kextract.source import End, Failure, Input, Item, SourceText

pytestmark = pytest.mark.skipif(not can_fork(), reason="this system cannot fork")

SAMPLES = sorted(Path(__file__).parents[2].joinpath("samples").glob("*.txt"))
TEXTS = [decode(path.read_bytes()) for path in SAMPLES]
WHOLE = "\n\n".join(TEXTS)


def record(extractor: Extractor, source: SourceText, analysis: Analysis | None) -> Any:
    try:
        return extractor.extract_from(analysis or extractor.analyse(source.text), id=source.id).to_record()
    except Exception as error:
        return error


def shared(
    items: list[Item], extractor: Extractor, large: int, died: list[str] | None = None
) -> list[tuple[Item, Any]]:
    told = died if died is not None else []
    return list(sharing.share_out(items, extractor, record, 2, told.append, large))


def sources(texts: list[str]) -> list[SourceText]:
    return [SourceText(str(number), text, "f") for number, text in enumerate(texts)]


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "BATCH", 300)


@pytest.mark.usefixtures("small_blocks")
def test_large_and_small_documents_in_their_order(extractor: Extractor) -> None:
    texts = sources([TEXTS[0], WHOLE, "", TEXTS[1], WHOLE + TEXTS[2], "\n \n", TEXTS[3]])
    failure = Failure("f", "bad", 3)
    items: list[Item] = [*texts[:2], failure, *texts[2:], End(Input("f", "f"))]
    made = shared(items, extractor, large=2_000)
    assert [item for item, _ in made] == items
    alone = [record(extractor, source, None) for source in texts]
    assert [result for item, result in made if isinstance(item, SourceText)] == alone
    assert [result for item, result in made if not isinstance(item, SourceText)] == [None, None]


@pytest.mark.usefixtures("small_blocks")
def test_dates_alone_need_no_sharing(extractor: Extractor) -> None:
    dates = Extractor(["date"])
    dates.analyzer = extractor.analyzer
    [(_, made)] = shared([*sources([WHOLE])], dates, large=2_000)
    assert made == record(dates, sources([WHOLE])[0], None)


def test_one_line_after_the_other_is_added(extractor: Extractor) -> None:
    large = sharing.Large(extractor, WHOLE)
    blocks = large.blocks()
    assert [line for block in blocks for line in block] == [
        line.text for line in extractor.analyse(WHOLE).document.lines
    ]
    assert sharing.Large(extractor, "\n\n").blocks() == [[]]


@pytest.mark.usefixtures("small_blocks")
def test_a_worker_that_dies_over_a_block_loses_nothing(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mark, plain, parent = tmp_path / "died", unread.tokens_of, os.getpid()

    def tokens_of(line: Any) -> Any:
        if os.getpid() != parent and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return plain(line)

    monkeypatch.setattr(sharing, "tokens_of", tokens_of)
    died: list[str] = []
    [(_, made)] = shared([*sources([WHOLE])], extractor, 2_000, died)
    assert made == record(extractor, sources([WHOLE])[0], None)
    assert len(died) == 1
    assert died[0].endswith("died (SIGKILL); its documents are tried once more")


@pytest.mark.usefixtures("small_blocks")
def test_a_block_that_kills_twice_costs_its_document_only(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, parent = unread.tokens_of, os.getpid()

    def tokens_of(line: Any) -> Any:
        if os.getpid() != parent and "죽음의 줄" in line.text:
            os._exit(3)
        return plain(line)

    monkeypatch.setattr(sharing, "tokens_of", tokens_of)
    texts = sources([TEXTS[0], WHOLE + "\n죽음의 줄\n" + WHOLE, TEXTS[1]])
    made = [result for _, result in shared([*texts], extractor, 2_000)]
    assert [made[0], made[2]] == [record(extractor, texts[0], None), record(extractor, texts[2], None)]
    assert str(made[1]) == "its worker process died twice (exit 3)"


def test_an_error_before_the_blocks_is_the_document_s(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Extractor, text: str) -> Iterator[str]:
        raise RuntimeError("broken")

    monkeypatch.setattr(sharing.Large, "normalised", fail)
    texts = sources([WHOLE, TEXTS[0]])
    made = [result for _, result in shared([*texts], extractor, 2_000)]
    assert str(made[0]) == "broken"
    assert made[1] == record(extractor, texts[1], None)


def test_work_aside() -> None:
    parent = os.getpid()
    assert Aside(lambda: os.getpid() != parent).result()


def test_work_aside_that_dies_is_done_here() -> None:
    parent = os.getpid()

    def work() -> str:
        if os.getpid() != parent:
            os._exit(1)
        return "here"

    assert Aside(work).result() == "here"


def test_work_aside_that_fails_fails_here() -> None:
    def work() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        Aside(work).result()
