"""A long hunt for inputs that break something: `python -m tests.bench.fuzz [--number N] [--seed S]`.

Sentences of `samples/` and the golden files are cut, spliced, repeated, decomposed, wrapped and mixed with what breaks
words apart; half of them are then written as bytes in some encoding, as lines or as JSON Lines, with bytes flipped,
and read as files are. Each goes through the whole pipeline into a record and, some, into every format. Prints what
failed, by kind, with the shortest input of each; exit 1 where anything did. `fuzz_bytes` does the same under atheris.
"""

from __future__ import annotations

import argparse
import html
import json
import random
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from kextract import Extractor
from tests.bench.judging import Judge
from tests.unit.test_hypothesis import ODD, WORDS

ROOT = Path(__file__).parents[1]
SHORT, LONG = 160, 4_000  # code points: most inputs, and one in a hundred
ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "cp949", "euc-kr", "utf-16", "utf-16-le", "utf-32", "johab", "latin-1")
ENDS = ("\n", "\n", "\r\n", "\r", "\u2028", "\x0b", "\x85")
LETTERS = ((0x20, 0x7E), (0xAC00, 0xD7A3), (0x1100, 0x11FF), (0x3131, 0x318E), (0x4E00, 0x9FFF), (0x1F300, 0x1F6FF))


class Maker:
    """Makes inputs; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.sentences = [*_sentences()]
        words = {word for sentence in self.sentences for word in sentence.split()}
        self.words = [*sorted(words), *WORDS * 4]
        self.mutations: tuple[Callable[[str], str], ...] = (
            self.cut,
            self.cut,
            self.splice,
            self.splice,
            self.repeat,
            self.insert,
            self.insert,
            self.insert,
            self.drop,
            self.digits,
            self.wrap,
            self.spaced,
            lambda text: unicodedata.normalize(self.random.choice(("NFD", "NFKD", "NFKC")), text),
            lambda text: "".join(map(self.disguised, text)),
            lambda text: text.replace(" ", self.random.choice(("", "  ", "\u00a0", "\t", "\n", "\u200b", "&nbsp;"))),
            lambda text: text[::-1],
            html.escape,
            str.upper,
        )

    def text(self) -> str:
        kind = self.random.random()
        if kind < 0.3:
            text = self.soup()
        elif kind < 0.99:
            text = self.random.choice(self.sentences)
            for _ in range(self.random.randint(0, 5)):
                text = self.random.choice(self.mutations)(text)
        else:
            unit = self.soup()[: self.random.randint(1, 12)] or "가"
            return (unit * LONG)[: self.random.randint(SHORT, LONG)]
        return text[: self.random.choice((SHORT, SHORT, SHORT, 3 * SHORT))]

    def soup(self) -> str:
        between = self.random.choice(("", "", " "))
        return between.join(self.piece() for _ in range(self.random.randint(1, 30)))

    def piece(self) -> str:
        kind = self.random.random()
        if kind < 0.6:
            return self.random.choice(self.words)
        if kind < 0.7:
            return self.random.choice(ODD)
        if kind < 0.8:
            return " "
        if kind < 0.9:
            return "".join(self.random.choices("0123456789.,만억조원년월일시분~-/:()%", k=self.random.randint(1, 8)))
        return "".join(self.letter() for _ in range(self.random.randint(1, 4)))

    def letter(self) -> str:
        if self.random.random() < 0.1:
            return chr(self.random.randrange(0x110000))
        return chr(self.random.randint(*self.random.choice(LETTERS)))

    def place(self, text: str) -> int:
        return self.random.randint(0, len(text))

    def cut(self, text: str) -> str:
        start = self.place(text)
        return text[start:] if self.random.random() < 0.5 else text[:start]

    def drop(self, text: str) -> str:
        start = self.place(text)
        return text[:start] + text[start + self.random.randint(1, 6) :]

    def splice(self, text: str) -> str:
        other = self.random.choice(self.sentences)
        return text[: self.place(text)] + other[self.place(other) :]

    def repeat(self, text: str) -> str:
        start = self.place(text)
        end = start + self.random.randint(1, 20)
        return text[:end] + text[start:end] * self.random.randint(1, 8) + text[end:]

    def insert(self, text: str) -> str:
        start = self.place(text)
        return text[:start] + self.piece() + text[start:]

    def digits(self, text: str) -> str:
        return "".join(self.random.choice("0123456789") if letter.isdigit() else letter for letter in text)

    def spaced(self, text: str) -> str:
        start = self.place(text)
        return text[:start] + " ".join(text[start:])

    def wrap(self, text: str) -> str:
        text, width, end = text * 3, self.random.randint(3, 45), self.random.choice(ENDS)
        return end.join(text[i : i + width] for i in range(0, len(text), width))

    def disguised(self, letter: str) -> str:
        kind = self.random.random()
        if kind < 0.1 and "!" <= letter <= "~":
            return chr(ord(letter) + 0xFEE0)
        if kind < 0.05:
            return f"&#{ord(letter)};"
        if kind < 0.1:
            return letter + self.random.choice("\u200b\u00ad\u0301\ufe0f\u202e")
        return letter

    def file(self) -> tuple[str, bytes]:
        """The bytes of a file, and how to read it."""
        mode = self.random.choice(("text", "text", "lines", "jsonl"))
        texts = [self.text()[:SHORT] for _ in range(1 if mode == "text" else self.random.randint(1, 3))]
        if mode == "jsonl":
            texts = [self.json_line(text) for text in texts]
        text = self.random.choice(ENDS[:3]).join(texts)
        data = bytearray(text.encode(self.random.choice(ENCODINGS), self.random.choice(("ignore", "replace"))))
        for _ in range(self.random.choice((0, 0, 1, 3))):
            if data:
                data[self.random.randrange(len(data))] = self.random.randrange(256)
        if self.random.random() < 0.1:
            del data[self.random.randint(0, len(data)) :]
        return mode, bytes(data)

    def json_line(self, text: str) -> str:
        id = self.random.choice([7, "가", None, 1.5, True, 10**30, "x" * 40])
        date = self.random.choice(["2024-01-18", "0001-01-01T00:00", "9999-12-31", "어제", None, 20240118])
        line = json.dumps({"id": id, "text": text, "date": date}, ensure_ascii=self.random.random() < 0.5)
        return self.drop(line) if self.random.random() < 0.1 else line


def _sentences() -> Iterator[str]:
    files = [*(ROOT.parent / "samples").glob("*.txt"), *(ROOT / "golden").rglob("*.t[xs][tv]")]
    for path in sorted(files):
        for line in path.read_bytes().decode("utf-8", "ignore").splitlines():
            yield from (cell for cell in line.split("\t") if len(cell) > 3)


DATES = (None, None, "2024-01-18", "2024-02-29T23:59", "9999-12-31", "0001-01-01")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    maker, judge = Maker(options.seed), Judge(Extractor())
    began = time.process_time()
    for number in range(options.number):
        if number % 2:
            mode, data = maker.file()
            judge.file(mode, data, maker.random.choice(("strict", "replace")))
        else:
            judge.text(maker.text(), maker.random.choice(DATES), thorough=number % 10 == 0)
    spent = time.process_time() - began
    print(f"{options.number:,} inputs from seed {options.seed}, {spent:,.0f} s of CPU; {judge.told()}")
    return 1 if judge.failures else 0


if __name__ == "__main__":
    sys.exit(main())
