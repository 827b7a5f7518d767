"""The page in a browser: filter, hover, click, keys, sorting, languages, documents, and no request that leaves it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import Browser, Write, long_document, reasoned
from tests.unit.records import TEXT

FLUID, OPEN = 0.2, 3.0  # seconds of the processor that any one action may take, and opening a long page


@pytest.fixture
def page(browser: Browser, write: Write) -> Iterator[Browser]:
    """The page on a wide screen in English; afterwards the console must be empty and nothing loaded but the file."""
    place = write()
    browser.open(place)
    english(browser)
    yield browser
    assert browser.complaints() == []
    assert browser.requests() <= {place.as_uri(), "data:,"}


def english(browser: Browser) -> None:
    if browser.run("return document.documentElement.lang") != "en":
        browser.one("#language").click()


def lit(browser: Browser) -> list[str]:
    return [element.text for element in browser.all("mark.lit")]


def background(browser: Browser, selector: str) -> str:
    return str(browser.run("return getComputedStyle(document.querySelector(arguments[0])).backgroundColor", selector))


def test_filter(page: Browser) -> None:
    marked = background(page, "mark.t0")
    button = page.one('.filter[data-type="t0"]')
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert background(page, "mark.t0") == "rgba(0, 0, 0, 0)" != marked
    assert background(page, "mark.t1") != "rgba(0, 0, 0, 0)"
    assert not page.one(".facts.person").is_displayed()
    page.one("mark.t0").click()
    assert not page.one("#card").is_displayed()
    button.click()
    assert background(page, "mark.t0") == marked
    assert page.one(".facts.person").is_displayed()


def test_hover_lights_all_mentions_and_tells(page: Browser) -> None:
    page.hover(page.one('mark[data-k="p1"]'))
    assert lit(page) == ["김하늘", "시장"]
    assert [row.text for row in page.all("tr.lit")] == ["김하늘 김 시장 새빛시 시장 2"]
    assert len(page.all(".node.lit")) == 1
    assert len(page.all(".edge.lit")) == 1
    card = page.one("#card").text
    for told in ("김하늘", "김 시장", "새빛시 시장", "person.title", "title_next", "+3", "given_is_noun", "−0.2"):
        assert told in card
    page.hover(page.one("h2"))
    assert lit(page) == []
    assert not page.one("#card").is_displayed()


def test_value_of_an_amount_and_of_a_date(page: Browser) -> None:
    page.one("mark.t3").click()
    card = page.one("#card").text
    assert all(told in card for told in ("3,000,000,000", "4,000,000,000", "KRW", "money.range"))
    page.one("mark.t2").click()
    assert all(told in page.one("#card").text for told in ("2024-01-17", "KST", "date.day"))


def test_click_keeps_the_card(page: Browser) -> None:
    page.all('mark[data-k="p1"]')[0].click()
    page.hover(page.one("mark.t1"))
    assert lit(page) == ["김하늘", "시장"]
    assert "1 / 2" in page.one("#card").text
    page.all("#card button")[1].click()
    assert "2 / 2" in page.one("#card").text
    assert page.one("mark.here").text == "시장"
    page.one("h2").click()
    assert not page.one("#card").is_displayed()


def test_keyboard(page: Browser) -> None:
    """Tab to the text, arrows from mark to mark, Enter keeps the card, Escape closes it."""
    for _ in range(20):
        page.press("\ue004")
        if page.run("return document.activeElement.tagName") == "MARK":
            break
    assert page.run("return document.activeElement.textContent") == "새빛시"
    assert page.one("#card").is_displayed()
    page.press("\ue014")
    assert page.run("return document.activeElement.textContent") == "김하늘"
    page.press("\ue007", "\ue012")
    assert "새빛시" in page.one("#card h4").text
    page.press("\ue00c")
    assert not page.one("#card").is_displayed()
    page.one('.filter[data-type="t0"]').click()
    page.run("document.querySelector('mark').focus()")
    page.press("\ue014")
    assert page.run("return document.activeElement.textContent") == "17일"


def test_graph_and_tables_lead_to_the_text(page: Browser) -> None:
    page.run("document.querySelector('.node[data-k=p1]').focus()")
    page.press("\ue007")
    assert page.one("mark.here").text == "김하늘"
    page.press("\ue00c")
    page.one('.money .go[data-go="8"]').click()
    assert page.one("mark.here").text == "1.25달러"


def test_sort(page: Browser) -> None:
    def cells(column: int) -> list[str]:
        return [cell.text for cell in page.all(f".money td:nth-child({column})")]

    before = cells(2)
    assert before == ["3,000,000,000 - 4,000,000,000", "at least 1.25 / 개"]
    amount = page.all(".money .sort")[1]
    amount.click()
    assert cells(2) == before
    assert page.all(".money th")[1].get_attribute("aria-sort") == "descending"
    amount.click()
    assert cells(2) == before[::-1]
    assert page.all(".money th")[1].get_attribute("aria-sort") == "ascending"
    page.all(".organization .sort")[0].click()
    names = [cell.text for cell in page.all(".organization td:first-child")]
    assert names == ["가온문화재단", "가온전자", "새빛시"]


def test_languages(page: Browser) -> None:
    assert "People" in page.one("header").text
    assert page.one("#language").text == "한국어"
    page.one("#language").click()
    assert page.run("return document.documentElement.lang") == "ko"
    assert "사람" in page.one("header").text
    assert "People" not in page.one("body").text
    page.one("mark.t3").click()
    assert "액수" in page.one("#card").text
    page.one("mark.t2").click()
    assert "날짜 단위\n일" in page.one("#card").text


def test_a_type_of_ones_own(browser: Browser, write: Write) -> None:
    record = reasoned()
    record["mentions"][4] |= {"type": "law", "value": "제3조"}
    del record["mentions"][4]["entity"]
    browser.open(write((record, TEXT)))
    assert browser.one("mark.t4").is_displayed()
    assert "제3조" in browser.one(".of-t4").text
    browser.one('.filter[data-type="t4"]').click()
    assert background(browser, "mark.t4") == "rgba(0, 0, 0, 0)"
    assert not browser.one(".of-t4").is_displayed()


def test_print(browser: Browser, write: Write) -> None:
    """On paper: all documents and all facts, nothing that is for the screen alone."""
    browser.open(write())
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert [section.is_displayed() for section in browser.all(".document")] == [True, True]
    assert not any(element.is_displayed() for element in browser.all("header, nav, #card"))
    assert browser.one(".facts.money").is_displayed()
    assert browser.run("return getComputedStyle(document.querySelector('.side')).maxHeight") == "none"
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_documents(page: Browser) -> None:
    assert [section.is_displayed() for section in page.all(".document")] == [True, False]
    page.all("nav a")[1].click()
    time.sleep(0.2)
    assert [section.is_displayed() for section in page.all(".document")] == [False, True]
    assert page.one("nav a[aria-current]").text == "둘째"
    assert [count.text for count in page.all(".filter b")] == ["0"] * 4


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_wider_than_the_screen(browser: Browser, write: Write, width: int) -> None:
    browser.open(write(), width)
    assert browser.run("return document.documentElement.scrollWidth") <= width
    browser.one("mark").click()
    box = browser.run("return document.querySelector('#card').getBoundingClientRect().toJSON()")
    assert box["left"] >= 0
    assert box["right"] <= width
    assert box["bottom"] <= 900


def test_without_a_pointer_a_mark_is_not_hidden_by_the_card(browser: Browser, write: Write) -> None:
    browser.open(write(long_document(20_000)), 390, 700)
    for mark in browser.all("mark")[20:60:7]:
        browser.run("arguments[0].scrollIntoView({block: 'end'}); arguments[0].click()", mark)
        covered = "const box = document.querySelector('#card').getBoundingClientRect(); return box.top"
        assert mark.rect["y"] - browser.run("return scrollY") + mark.rect["height"] <= browser.run(covered) + 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessibility(browser: Browser, write: Write, scheme: str) -> None:
    """What axe finds against WCAG A and AA, with the card open."""
    axe = pytest.importorskip("axe_core_python", reason="axe is not installed: pip install '.[browser]'")
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    browser.open(write())
    browser.one("mark").click()
    browser.run(Path(axe.__file__).with_name("axe.min.js").read_text("utf-8") + ";window.axe = axe")
    asked = "const done = arguments[0]; axe.run().then((found) => done(found.violations.map((one) => one.help)))"
    found = browser.driver.execute_async_script(asked)
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert found == []


ACTIONS = {
    "hide": "document.querySelector('.filter').click()",
    "show": "document.querySelector('.filter').click()",
    "hover": "document.querySelectorAll('mark')[9].dispatchEvent(new PointerEvent('pointerover', {bubbles: true}))",
    "click": "document.querySelectorAll('mark')[9].click()",
    "scroll": "scrollTo(0, document.documentElement.scrollHeight / 2)",
    "sort": "document.querySelectorAll('.money .sort')[1].click()",
    "language": "document.querySelector('#language').click()",
}
# the work itself, with the layout that it makes necessary, and the frame after it
DONE = """const done = arguments[0]; %s; document.body.offsetHeight;
requestAnimationFrame(() => setTimeout(done))"""


def test_a_long_article_stays_fluid(browser: Browser, write: Write) -> None:
    place: Path = write(long_document(300_000))
    assert place.stat().st_size > 300_000
    browser.open(place)
    assert browser.busy() < OPEN
    spent: dict[str, float] = {}
    for name, action in ACTIONS.items():
        rounds = []
        for _ in "12":
            before = browser.busy()
            browser.driver.execute_async_script(DONE % action)
            rounds.append(browser.busy() - before)
        spent[name] = min(rounds)
    assert {name: seconds for name, seconds in spent.items() if seconds > FLUID} == {}
    assert browser.complaints() == []
