"""Make the counted person lists again: `python -m kextract.lexicon.build FOLDER`.

FOLDER holds the two packages the names are counted over, as wheels or unpacked:

    pip download --no-deps -d FOLDER python-mecab-ko-dic==2.1.1.post2 kiwipiepy_model==0.24.0

Kiwi's model comes as a source archive: unpack it in FOLDER, or copy an installed kiwipiepy_model there.
Written are korean_names.txt, given_names.tsv, given_syllables.tsv, foreign_given.tsv, foreign_surnames.tsv
and foreign_syllables.tsv. Read beside the packages are the lists edited by hand: surnames.tsv, not_names.txt,
foreign_hand.tsv.
"""

from __future__ import annotations

import argparse
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from kextract.lexicon import build_foreign as foreign
from kextract.lexicon import build_korean as korean
from kextract.lexicon.build_packages import (
    KIWI_MULTI,
    MECAB_DICTIONARY,
    MecabWords,
    find_bytes,
    read_kiwi_humans,
    read_mecab,
)

PERSONS = Path(__file__).parent / "persons"
COUNTRIES = Path(__file__).parent / "places" / "countries.tsv"
DATE = "2026-11-22"
LICENCE = "Apache-2.0"
MECAB = "python-mecab-ko-dic 2.1.1.post2 (Apache-2.0)"
KIWI = "kiwipiepy_model 0.24.0, multi.dict (Apache-2.0)"
# A foreign word that is also a Korean name borne under this many surnames is no foreign word (윤종신 회장).
KOREAN_GIVEN_COUNT = 4
FOREIGN_SYLLABLES_FROM = 2


def read_rows(path: Path) -> list[list[str]]:
    """The columns of a list, comment lines left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def write_rows(path: Path, what: str, source: str, rows: Iterable[str]) -> None:
    """A commented list, sorted and unique, in NFC."""
    body = sorted({unicodedata.normalize("NFC", row) for row in rows})
    head = [
        f"# {what}",
        f"# Source: {source}; made by kextract.lexicon.build",
        f"# Licence: {LICENCE}; date {DATE}",
    ]
    path.write_text("\n".join([*head, *body]) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(body)} rows")


def read_hand_names(path: Path) -> foreign.HandNames:
    """The foreign names typed by hand."""
    hand = foreign.HandNames()
    for word, kind, language, flag in read_rows(path):
        hand.language[word, kind] = language
        hand.flag[word, kind] = flag
    return hand


def foreign_words(runs: Iterable[foreign.Run], surnames: dict[str, float], korean_given: dict[str, int]) -> set[str]:
    """Words seen inside foreign names, without those that read as a Korean name."""
    words = {word for run in runs for word in run if len(word) > 1}
    return {word for word in words if not _reads_korean(word, surnames, korean_given)}


def _reads_korean(word: str, surnames: dict[str, float], korean_given: dict[str, int]) -> bool:
    parts = korean.split_name(word, surnames)
    if parts is None:
        return False
    surname, given = parts
    return surnames[surname] >= korean.COMMON_SURNAME_PER_MILLE and korean_given.get(given, 0) >= KOREAN_GIVEN_COUNT


def build_korean(words: MecabWords, runs: set[foreign.Run], folder: Path) -> korean.KoreanNames:
    """Write the lists of Korean names and hand them on."""
    surnames = {row[0]: float(row[1]) for row in read_rows(folder / "surnames.tsv")}
    rejected = {row[0] for row in read_rows(folder / "not_names.txt")}
    in_runs = {word for run in runs for word in run}
    sure = korean.korean_names(words, surnames, in_runs, rejected)
    names = korean.korean_names(words, surnames, foreign_words(runs, surnames, sure.given), rejected)
    write_rows(folder / "korean_names.txt", "Korean full names that are nothing else: name", MECAB, names.full)
    what = "Korean given names: name, surnames it is seen with, 1 when also a common noun or place"
    write_rows(folder / "given_names.tsv", what, MECAB, korean.given_rows(names, words))
    what = "Syllables of Korean given names: syllable, people with it first, people with it second"
    write_rows(folder / "given_syllables.tsv", what, MECAB, korean.syllable_rows(names))
    return names


def build_foreign(words: MecabWords, runs: set[foreign.Run], full: set[str], folder: Path) -> None:
    """Write the lists of foreign names."""
    hand = read_hand_names(folder / "foreign_hand.tsv")
    clean = foreign.clean_runs(runs, full)
    languages = foreign.guess_languages(clean, hand)
    parts = foreign.count_parts(clean, languages)
    everyday = words.nouns | words.places | words.other_words
    barred = full | {row[0] for row in read_rows(COUNTRIES) if len(row[0]) > 1}
    source = f"{MECAB}, {KIWI}, foreign_hand.tsv"
    for kind, name in ((foreign.GIVEN, "given"), (foreign.SURNAME, "surnames")):
        rows = foreign.name_rows(kind, parts[kind], languages, hand, everyday, barred)
        what = f"Foreign {name}: word, language or -, N when also an everyday word or place, people counted"
        if kind == foreign.SURNAME:
            particles = {word for word, part in hand.language if part == "p"}
            rows = [row for row in rows if row.split("\t")[0] not in particles]
            rows += [f"{word}\t-\tNP\t0" for word in particles]
            what += "; P = particle inside a name (반, 폰, 빈)"
        write_rows(folder / f"foreign_{name}.tsv", what, source, rows)
    words_in_runs = {word for run in clean for word in run if len(word) >= FOREIGN_SYLLABLES_FROM}
    what = "Transliteration: syllable or bigram (^ is the word's edge), log-odds foreign name : Korean noun"
    rows = foreign.syllable_rows(sorted(words_in_runs), sorted(words.nouns - words_in_runs))
    write_rows(folder / "foreign_syllables.tsv", what, source, rows)


def main(arguments: Sequence[str] | None = None) -> None:
    """Build every counted list."""
    parser = argparse.ArgumentParser(prog="python -m kextract.lexicon.build", description="Make the person lists.")
    parser.add_argument("packages", type=Path, help="folder with the wheels or the unpacked packages")
    parser.add_argument(
        "--out", type=Path, default=PERSONS, help="folder of the hand-edited lists, and for the new ones"
    )
    options = parser.parse_args(arguments)
    words = read_mecab(find_bytes(options.packages, MECAB_DICTIONARY))
    humans = read_kiwi_humans(find_bytes(options.packages, KIWI_MULTI))
    runs = words.people_parts | humans
    names = build_korean(words, runs, options.out)
    build_foreign(words, runs, set(names.full), options.out)


if __name__ == "__main__":
    main()
