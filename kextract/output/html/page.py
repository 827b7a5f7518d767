"""The frame of the page: head, filters, list of documents, card."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files

from kextract.output.html.document import Section
from kextract.output.html.keys import TYPES, type_class
from kextract.output.html.markup import data, escaped, nothing, said
from kextract.output.html.words import WORDS


def page(sections: Sequence[Section], others: list[str]) -> Iterator[str]:
    """The whole page, piece by piece."""
    style, script = _file("page.css"), _file("page.js")
    yield '<!DOCTYPE html>\n<html lang="ko">\n<head>\n<meta charset="utf-8">\n'
    # the browser itself holds the page to it: nothing is loaded, and no script or style runs but these
    yield '<meta http-equiv="Content-Security-Policy" content="'
    yield f"default-src 'none'; img-src data:; style-src '{_digest(style)}'; script-src '{_digest(script)}'\">\n"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="generator" content="kextract">\n'
    yield f'<title>{escaped(_title(sections))}</title>\n<link rel="icon" href="data:,">\n'
    yield f"<style>{style}</style>\n</head>\n<body>\n"
    yield f'<a class="skip" href="#main">{said("skip")}</a>\n'
    yield from _header(sections, others)
    yield f'<div class="page{" several" if len(sections) > 1 else ""}">\n'
    yield from _list(sections)
    yield '<main id="main" tabindex="-1">\n'
    for section in sections:
        yield section.html
    if not sections:
        yield nothing()
    yield "</main>\n</div>\n"
    yield '<div id="card" role="region" aria-live="polite" hidden></div>\n'
    words = data({key: list(told) for key, told in WORDS.items()})
    yield f'<script type="application/json" id="words">{words}</script>\n'
    yield f"<script>{script}</script>\n</body>\n</html>\n"


def _title(sections: Sequence[Section]) -> str:
    names = [section.name for section in sections[:1]] + (["…"] if len(sections) > 1 else [])
    return " ".join([*names, "· kextract"]) if names else "kextract"


def _header(sections: Sequence[Section], others: list[str]) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for section in sections:
        counts.update(section.counts)
    yield '<header>\n<h1>kextract</h1>\n<div class="filters" role="group">\n'
    for type in (*TYPES, *others):
        if not counts[type]:
            continue
        name = said(type) if type in TYPES else escaped(type)
        place = type_class(type, others)
        yield f'<button class="filter {place}" type="button" aria-pressed="true" data-type="{place}">'
        yield f"{name} <b>{counts[type]}</b></button>\n"
    yield f'</div>\n<p class="help">{said("help")}</p>\n'
    yield f'<button id="language" type="button">{said("language")}</button>\n</header>\n'


def _list(sections: Sequence[Section]) -> Iterator[str]:
    if len(sections) < 2:
        return
    yield f"<nav><details open><summary>{said('documents')} <small>{len(sections)}</small></summary>\n<ol>\n"
    for section in sections:
        total = section.counts.total()
        yield f'<li><a href="#{section.id}">{escaped(section.name)}</a> <small>{total}</small></li>\n'
    yield "</ol></details></nav>\n"


def _file(name: str) -> str:
    return files("kextract.output.html").joinpath(name).read_text("utf-8")


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
