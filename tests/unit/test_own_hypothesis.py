"""Whatever stands in users' files, they get their mistakes told, and nothing else goes wrong."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kextract import Extractor
from kextract.own import OwnError, config, load
from kextract.own.machine import Machine, Tokens
from kextract.own.pattern import PatternError, parse

PIECES = st.sampled_from(
    """"법" "*법" '제*' NNG NN* noun number any word <person> a: span: ( ) | ? {2} {0,3} {1,20} ! _ ~ ^ $ " \\ * + {
    < 한 x""".split()
)
PATTERNS = st.lists(PIECES, max_size=12).map(" ".join)
TEXTS = ("도로교통법 제3조와 상법을 고쳤다.", "법", "가나다 3 3 3 법법 제", "「개인정보 보호법」 제15조, 방법!")


@settings(max_examples=300, deadline=None)
@given(PATTERNS)
def test_patterns(extractor: Extractor, pattern: str) -> None:
    try:
        machine = Machine(parse(pattern))
    except PatternError:
        return
    for text in TEXTS:
        for line in extractor.analyzer.lines(text):
            reached = 0
            for match in machine.find(Tokens(line)):
                assert reached <= match.start < match.end <= len(text)
                reached = match.end
                for start, end in match.captures.values():
                    assert match.start <= start < end <= match.end


ROWS = st.lists(
    st.text(st.sampled_from(list("가나다한빛 a1#(),\t\t\n\r\"'\u200b\ufeff.")) | st.characters(), max_size=20),
    max_size=8,
).map("\n".join)
TYPED = st.lists(st.sampled_from(["organization", "person", "stop", "word", "product", "x y", ""]), min_size=1)


@settings(max_examples=200, deadline=None)
@given(ROWS, TYPED, st.sampled_from(["a.tsv", "a.csv", "a.txt"]))
def test_lexicons(extractor: Extractor, rows: str, types: list[str], name: str) -> None:
    comma = "," if name.endswith(".csv") else "\t"
    lines = [f"{row}{comma}{types[i % len(types)]}" for i, row in enumerate(rows.split("\n"))]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
        try:
            own = load([str(path)])
        except OwnError:
            return
    reader = Extractor(own=own)
    reader.analyzer = extractor.analyzer
    text = f"{rows} 한빛은 가나다를 {TEXTS[0]}"
    for mention in reader.extract(text).mentions:
        assert text[mention.start : mention.end] == mention.text


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from(list("[]rule=\"namepttrn\n'<>(){}|?!법제 ,123")), max_size=80))
def test_rules_and_config(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.toml")
        path.write_text(text, "utf-8")
        for read in (lambda: load([], [str(path)]), lambda: config.load(str(path), "extract", {"extract": ["name"]})):
            with contextlib.suppress(OwnError):
                read()
