"""The config file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kextract.own import OwnError, config

OPTIONS = {"extract": ["format", "type", "text_key"], "view": ["color"]}


def read(tmp_path: Path, text: str) -> config.Config:
    path = tmp_path / "kextract.toml"
    path.write_text(text, "utf-8")
    return config.load(str(path), "extract", OPTIONS)


def test_read(tmp_path: Path) -> None:
    found = read(
        tmp_path, 'lexicon = "names.tsv"\nrules = ["a.toml", "/b.toml"]\ntext-key = "body"\n[view]\ncolor = "no"'
    )
    assert found.lexicon == (str(tmp_path / "names.tsv"),)
    assert found.rules == (str(tmp_path / "a.toml"), "/b.toml")
    assert found.defaults == {"extract": {"text_key": "body"}, "view": {"color": "no"}}


def test_mistakes(tmp_path: Path) -> None:
    with pytest.raises(OwnError) as error:
        read(tmp_path, "lexicon = 3\nfromat = 'csv'\n[veiw]\ncolor = 'no'\n")
    assert [line.removeprefix(f"{tmp_path}/") for line in error.value.lines()] == [
        'kextract.toml:1: lexicon is a path or a list of paths: lexicon = ["names.tsv"]',
        "kextract.toml:2: no setting fromat for extract; did you mean format?",
        "kextract.toml:3: no command veiw; did you mean view?",
    ]


def test_not_toml(tmp_path: Path) -> None:
    with pytest.raises(OwnError) as error:
        read(tmp_path, "format = csv\n")
    assert "not TOML" in error.value.lines()[0]


def test_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one in the current directory, else that of the user."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    assert config.find() is None
    (tmp_path / "home" / "kextract").mkdir(parents=True)
    (tmp_path / "home" / "kextract" / "config.toml").write_text("", "utf-8")
    assert config.find() == str(tmp_path / "home" / "kextract" / "config.toml")
    (tmp_path / "kextract.toml").write_text("", "utf-8")
    assert config.find() == "kextract.toml"
