"""Money: `find_money` reads amounts with their currency, `link_amounts` joins an amount with its conversion.

A mention is the bare amount with its currency word: 약, 이상, 대, 짜리, 정 and particles stay outside and show in the
value. The choices that a reader may wonder about:

- 100만원대 is 1,000,000 to 1,999,999: the last digit said is the open one. 수십억 원 is 2,000,000,000 to 9,999,999,999.
- 2만여 원 is 20,000, approximate, without an upper end: the text names none.
- 10억~20억원 is one mention, and so is 5만원에서 10만원 before 까지 or 사이; 3만원에서 5만원으로 올렸다 is two.
- In 300만, 500만원 the first amount takes the currency of the second, which states it for both.
- 1,213억 without a currency is won, `currency_stated` false, and only where a money word leads to it.
- 페소, 루피, 크로나 and the like take the country named nearest in the line, else the usual one, and then the record
  lists all that it could be as `currency_options`. Plain 달러 is the US dollar.
- `per` is the unit as written before 당 (주, 3.3㎡, 1인), or 월, 연, 주, 일, 시간.
"""

from __future__ import annotations

from kextract.model import Candidate
from kextract.morph import Line
from kextract.rules.money import patterns
from kextract.rules.money.amounts import find_amounts
from kextract.rules.money.bare import find_bare
from kextract.rules.money.facts import candidate
from kextract.rules.money.links import link_amounts
from kextract.rules.money.ranges import join_ranges
from kextract.rules.money.rules import RULES
from kextract.rules.money.view import View

__all__ = ["RULES", "find_money", "link_amounts", "read_money"]


def find_money(line: Line) -> list[Candidate]:
    """The amounts of a line, spans in offsets of the document."""
    if patterns.GATE.search(line.text) is None:
        return []
    return _candidates(View(line.text, line), line.offset)


def read_money(text: str) -> list[Candidate]:
    """The amounts of a plain string, read without the tokenizer: no tag vetoes a word."""
    return _candidates(View(text), 0)


def _candidates(view: View, offset: int) -> list[Candidate]:
    amounts = join_ranges(view, find_amounts(view))
    amounts += find_bare(view, amounts)
    return [candidate(view, amount, offset) for amount in amounts]
