"""A headless Chromium, and pages for it. Without selenium (the extra `browser`), Chromium or its driver the tests here
are skipped and say so."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kextract.output import FORMATS, Options, open_writer
from tests.unit.records import TEXT, empty_record, full_record

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


class Browser:
    """The driver with what the tests ask of it. `driver` and `chains` are selenium's, and untyped here."""

    def __init__(self, driver: Any, chains: Any) -> None:
        self.driver, self._chains = driver, chains

    def open(self, page: Path, width: int = 1280, height: int = 900) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        self.driver.get("about:blank")
        self.requests()
        self.complaints()
        self.driver.get(page.as_uri())

    def all(self, selector: str) -> list[Any]:
        return list(self.driver.find_elements("css selector", selector))

    def one(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def hover(self, element: Any) -> None:
        self._chains(self.driver).move_to_element(element).perform()
        time.sleep(0.2)

    def press(self, *keys: str) -> None:
        self._chains(self.driver).send_keys(*keys).perform()

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def complaints(self) -> list[str]:
        """What the console says since the last time."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def busy(self) -> float:
        """Seconds of the processor that the page's main thread has taken since it was opened: other work on the machine
        does not count."""
        metrics = self.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
        return next(float(metric["value"]) for metric in metrics if metric["name"] == "TaskDuration")

    def requests(self) -> set[str]:
        """The addresses asked for since the last time."""
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        sent = [event["params"] for event in events if event["method"] == "Network.requestWillBeSent"]
        return {request["request"]["url"].partition("#")[0] for request in sent}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    webdriver: Any = pytest.importorskip(
        "selenium.webdriver", reason="selenium is not installed: pip install '.[browser]'"
    )
    binary = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    driver = shutil.which("chromedriver")
    if binary is None or driver is None:
        pytest.skip("no chromium and chromedriver: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    started = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    started.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
    yield Browser(started, webdriver.ActionChains)
    started.quit()


Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes the documents as a page and gives its place; without any, one with something of everything and an empty
    one."""

    def page(*documents: tuple[dict[str, Any], str]) -> Path:
        place = tmp_path / "page.html"
        with place.open("w", encoding="utf-8", newline="\n") as stream:
            writer = open_writer(FORMATS["html"], stream, Options())
            for record, text in documents or ((reasoned(), TEXT), (empty_record("둘째"), "아무것도 없다.")):
                writer.write(record, text)
            writer.close()
        return place

    return page


def reasoned() -> dict[str, Any]:
    """The record that has something of everything, with evidence and a second mention of one of its people."""
    record = full_record()
    record["mentions"][1]["evidence"] = [["title_next", 3.0], ["given_is_noun", -0.2]]
    again = TEXT.index("시장은")
    record["mentions"].append({**record["mentions"][1], "id": "m9", "text": "시장", "start": again, "end": again + 2})
    record["entities"][1]["mentions"].append("m9")
    return record


PLAIN = "그래서 모두 함께 천천히 걸어 보았고, 아무 말도 없이 저녁이 될 때까지 그저 나란히 앉아 있기만 했다. " * 5


def long_document(size: int) -> tuple[dict[str, Any], str]:
    """The same, over and over, with as much between as articles have, to at least `size` bytes of text."""
    one, record, pieces = reasoned(), reasoned(), []
    record["mentions"], offset, written = [], 0, 0
    while written < size:
        for mention in one["mentions"]:
            id = f"m{len(record['mentions']) + 1}"
            moved = {"id": id, "start": mention["start"] + offset, "end": mention["end"] + offset}
            record["mentions"].append({**mention, **moved})
        pieces.append(f"{TEXT} {PLAIN}\n\n")
        offset += len(pieces[-1])
        written += len(pieces[-1].encode())
    return record, "".join(pieces)
