"""What the tokenizer says of a whole word, which decides how it may be read: names are no predicates, and hardly ever
what the dictionary has as a noun."""

from __future__ import annotations

from kextract.rules.person.view import View

OPEN, ODD, NOUN, VERBAL = range(4)
"""A word that may be anything; one that begins like no name (an adverb, a compound of nouns); a noun of the dictionary
with nothing but particles behind it; a predicate (밝혔다, 발표한)."""

# first tokens of words that are no names: adverbs, predicates, determiners, pronouns, numerals
FUNCTIONAL = frozenset(["MA", "VV", "VA", "VX", "MM", "NP", "NR", "VC", "IC", "SN"])


def sort_of(view: View, i: int) -> int:
    """OPEN, ODD, NOUN or VERBAL."""
    line, k, last = view.line, view.tokens[i], view.lasts[i]
    tags = line.tags
    if k >= len(tags):
        return OPEN
    tag = tags[k]
    if last > k and tags[last][0] == "E" and _is_verbal(view, i, k):
        return VERBAL
    if tag == "NNG":
        if line.ends[k] - line.starts[k] < 2 or line.starts[k] in line.unknown:
            return OPEN
        return NOUN if last <= k or tags[k + 1][0] == "J" else ODD
    return ODD if tag[:2] in FUNCTIONAL else OPEN


def _is_verbal(view: View, i: int, k: int) -> bool:
    """Does a word that ends in an ending begin with a verb, or with what a suffix makes one of (발표한)? A lone letter
    may be a surname whatever its tag."""
    line = view.line
    if line.tags[k][0] == "V":
        return len(view.words[i]) > 1
    end, size = view.cores[i], len(line.starts)
    while k < size and line.starts[k] < end:
        k += 1
    return k < size and line.tags[k][0] == "X"
