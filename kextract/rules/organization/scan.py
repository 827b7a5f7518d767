"""A line as the organization rules read it: chunks, the text between them, and the text without blanks."""

from __future__ import annotations

from itertools import accumulate

from kextract.letters import is_closed
from kextract.model import Candidate
from kextract.morph import Line
from kextract.rules.organization.names import Catalog, Name, countries
from kextract.rules.organization.signs import signs
from kextract.rules.organization.vocabulary import MARKS, Vocabulary

LED = "청원처위서회"  # names of three letters that a 장 leads: 경찰청장
POSTS = ("차관", "장관", "사장", "회장", "총장", "대표")  # titles that a name of three letters has written on to it
COPULAS = ("이라는", "이라고", "이란", "라는", "라고")
PREDICATES = ("이었다", "이지만", "이다", "이며", "이고", "이었던")
BETWEEN_FROM = 4  # letters from which a last 간 means between
SINGLE_OPEN, SINGLE_CLOSE = ("‘", "'"), ("’", "'")
SENTENCE_ENDS = (".", "!", "?", "…", "▲", "▶")


class Scan:
    """One pass over a line. Places are chunk numbers unless they say otherwise."""

    __slots__ = (
        "_marks",
        "_sentences",
        "at",
        "catalog",
        "chunks",
        "cores",
        "gaps",
        "line",
        "signs",
        "size",
        "spans",
        "squeezed",
        "text",
        "vocabulary",
        "words",
    )

    def __init__(self, line: Line, catalog: Catalog, vocabulary: Vocabulary) -> None:
        text = line.text
        self.line = line
        self.text = text
        self.catalog = catalog
        self.vocabulary = vocabulary
        self.chunks = line.chunks
        self.size = len(self.chunks)
        self.squeezed = text.replace(" ", "")
        self.words = line.words  # chunks as written
        self.gaps = line.gaps  # gaps[i] stands before chunk i
        self.signs = signs(self.words)
        blanks = accumulate([1 if gap == " " else gap.count(" ") for gap in self.gaps])
        # the chunks' nominal parts, and where chunk i begins in the squeezed text
        self.cores = [
            word if core == end else text[start:core]
            for (start, end, core, _, _), word in zip(self.chunks, self.words, strict=True)
        ]
        self.at = [chunk[0] - before for chunk, before in zip(self.chunks, blanks, strict=False)]
        self.spans: list[tuple[int, int, Candidate]] = []  # first chunk, last chunk and candidate of what was found
        self._marks: dict[str, list[int]] | None = None
        self._sentences: list[int] | None = None

    def named(self, i: int) -> tuple[int, int, Name] | None:
        """The longest name of the lexicon that begins at chunk `i` and ends where a word may end: the chunk of its end,
        its end in the line, the entry."""
        lengths = self.signs[i].lengths
        if lengths is not None and not lengths:
            return None
        at, text = self.at[i], self.squeezed
        if lengths is None:
            lengths = self.catalog.lengths(text[at : at + 2])
        surfaces = self.catalog.surfaces.letters[text[at]]
        for length in lengths:
            row = surfaces.get(text[at : at + length])
            if row is not None:
                ending = self._end(i, at + length)
                if ending is not None and self.closes(i, *ending):
                    return (*ending, Name(*row))
        return None

    def _end(self, i: int, squeezed_end: int) -> tuple[int, int] | None:
        """The chunk and place in the line of an end in the squeezed text; None inside a gap of symbols."""
        for j in range(i, self.size):
            chunk = self.chunks[j]
            end = chunk.start + squeezed_end - self.at[j]
            if end <= chunk.end:
                return (j, end) if end > chunk.start else None
        return None

    def closes(self, i: int, j: int, end: int) -> bool:
        """May a name that begins with chunk `i` end at `end`, inside or at the end of chunk `j`?"""
        chunk = self.chunks[j]
        if end == chunk.end and self.gaps[j + 1][:1] == "&":
            return False
        if end in (chunk.end, chunk.core):
            # 포항 대 수원 is not 포항대; the last letters of KT&G and IS-K stand by themselves
            return end - chunk.start > 1 or j == i or self.gaps[j] in ("&", "-") or self.quoted(i, j)
        rest = self.text[end : chunk.end]
        if rest in self.vocabulary.particles:
            return end - chunk.start > 2 or end in self.line.boundaries
        if rest[0].isdigit() and self.text[end - 1].isascii():
            return not rest[1:2].isdigit()  # KBS2, but not SS501
        if not self._tail(rest) or (rest[0] == "원" and self.text[end - 1] == "위"):  # 추진위원장
            return False
        if end in self.line.boundaries or end - chunk.start > 3 or (rest[0] == "장" and self.text[end - 1] in LED):
            return True
        return end - chunk.start > 2 and rest.startswith(POSTS)  # 과기부차관

    def quoted(self, i: int, j: int) -> bool:
        """Do chunks `i` to `j` fill a pair of single quotes: ‘더 선’?"""
        return self.gaps[i][-1:] in SINGLE_OPEN and self.gaps[j + 1][:1] in SINGLE_CLOSE

    def _tail(self, rest: str) -> bool:
        """장은, 관계자: a noun that may be written on to a name; a short one has to be all there is but a particle."""
        for tail in self.vocabulary.tails.get(rest[0], ()):
            if rest.startswith(tail):
                after = rest[len(tail) :]
                return len(tail) > 1 or not after or after in self.vocabulary.particles
        return False

    def rest(self, j: int, end: int) -> str:
        """What is left of chunk `j` after `end`."""
        return self.text[end : self.chunks[j].end]

    def bare(self, i: int) -> bool:
        """Has chunk `i` no particle?"""
        chunk = self.chunks[i]
        return chunk.core == chunk.end

    def name_end(self, i: int) -> int:
        """Where an unknown name that fills chunk `i` ends: before the particles at its end, whatever the tokenizer
        sees inside it (푸른하늘지킴이는)."""
        chunk, line = self.chunks[i], self.line
        end = chunk.end
        for token in range(chunk.last - 1, chunk.first, -1):
            if line.tags[token][0] != "J":
                break
            end = line.starts[token]
        for copula in COPULAS:  # ㈜누리담이라는 회사
            if line.text.endswith(copula, chunk.start + 2, end):
                return end - len(copula)
        for copula in PREDICATES:  # ㈜누리담이다
            if line.text.endswith(copula, chunk.start + 2, end) and "VCP" in line.tags[chunk.first : chunk.last]:
                return end - len(copula)
        if end - chunk.start > BETWEEN_FROM and line.text[end - 1] == "간" and self.follows("partner", i, 3):
            return end - 1  # ㈜누리담간 업무협약
        if (
            end == chunk.end
            and end - chunk.start > BETWEEN_FROM - 1
            and self._joined(end)
            and self.gaps[i + 1][:1] == " "
        ):
            return end - 1  # ㈜누리담과 ㈜한들
        return end

    def _joined(self, end: int) -> bool:
        """Does a word of the line that ends at `end` end in 와 or 과 as the letter before asks for it?"""
        last, before = self.text[end - 1], self.text[end - 2]
        return last in "와과" and before >= "가" and is_closed(before) == (last == "과")

    def beginning(self) -> dict[int, int]:
        """The chunk that begins at a place in the line."""
        return {chunk.start: i for i, chunk in enumerate(self.chunks)}

    def taken(self) -> set[int]:
        """The chunks that belong to something found."""
        return {k for i, j, _ in self.spans for k in range(i, j + 1)}

    def after_country(self, i: int) -> bool:
        """Does chunk `i` follow a country: 스페인 마드리드?"""
        return i > 0 and self.gaps[i] == " " and self.words[i - 1] in countries()

    def begins_proper(self, i: int) -> bool:
        """Does chunk `i` begin with what the tokenizer takes for a proper noun?"""
        return self.line.tags[self.chunks[i].first] == "NNP"

    def core(self, i: int) -> str:
        """The nominal part of chunk `i`, empty where there is no such chunk."""
        return self.cores[i] if i < self.size else ""

    def marks(self, kind: str) -> list[int]:
        """The chunks that begin with a word of a kind (act, sport, speak, partner), in order."""
        if self._marks is None:
            self._marks = self._find_marks()
        return self._marks[kind]

    def _find_marks(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {kind: [] for kind in MARKS}
        for i, sign in enumerate(self.signs):
            for kind in sign.marks:
                found[kind].append(i)
        return found

    def sentence_end(self, i: int) -> int:
        """The chunk after the last of the sentence that holds chunk `i`."""
        for end in self._ends():
            if end > i:
                return end
        return self.size

    def _ends(self) -> list[int]:
        if self._sentences is None:
            self._sentences = [
                k for k, gap in enumerate(self.gaps) if gap not in (" ", "") and " " in gap and gap[0] in SENTENCE_ENDS
            ]
            self._sentences.append(self.size)
        return self._sentences

    def sentence_start(self, i: int) -> int:
        """The first chunk of the sentence that holds chunk `i`."""
        return max((start for start in self._ends() if start <= i), default=0)

    def follows(self, kind: str, i: int, window: int = 40) -> bool:
        """Does a word of a kind stand after chunk `i`, in its sentence and within a number of chunks?"""
        end = min(self.sentence_end(i), i + 1 + window)
        return any(i < mark < end for mark in self.marks(kind))

    def near(self, kind: str, i: int, window: int) -> int:
        """How many words of a kind stand within a number of chunks around chunk `i`."""
        return sum(i - window <= mark <= i + window for mark in self.marks(kind))
