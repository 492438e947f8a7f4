"""`copydesk search`."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

Command = Callable[..., Any]


def test_a_list_to_read(command: Command) -> None:
    """Each document has its headline, a piece of its text with the words marked, and what it is a copy of."""
    said = command("search", "lens fishermen")
    assert said.code == 0
    assert "[lens]" in said.out
    assert "[Fishermen]" in said.out
    assert "stands for 2 copies" in said.out
    assert "a copy of" in said.out


def test_rows_for_programs(command: Command) -> None:
    """JSON has the columns of the macro, the snippet, and the places of the words in the text."""
    [found] = json.loads(command("search", "swans", "--format", "json").out)
    assert found["source_uri"] == "herald/swans.txt"
    assert found["snippet"].startswith("A footbridge in Westmark was closed")
    [first, *_] = found["found"]
    assert found["snippet"][first[0] - found["snippet_start"] : first[1] - found["snippet_start"]] == "swans"


def test_filters(command: Command) -> None:
    """Site, language, days and number narrow a search down; a word to leave out is no option, and several are one query."""

    def found(*arguments: str) -> list[str]:
        said = command("search", *arguments, "--format", "json")
        assert said.code == 0, said.err
        return sorted(each["source_uri"] for each in json.loads(said.out))

    assert found("lighthouse") == ["herald/lighthouse.txt", "wire.jsonl#1"]
    assert found("lighthouse", "--site", "wire.example") == ["wire.jsonl#1"]
    assert found("lighthouse", "--site", "WWW.Wire.example", "--language", "EN") == ["wire.jsonl#1"]
    assert found("lighthouse", "--site", "https://news.wire.example/a", "--language", "en-GB") == [
        "wire.jsonl#1"
    ]
    assert found("lighthouse", "--since", "2026-03-04", "--until", "2026-03-04") == ["wire.jsonl#1"]
    assert "wire.jsonl#1" in found("lighthouse", "--since", "0001-01-01", "--until", "9999-12-31")
    assert found("lighthouse", "--since", "2026-03-05") == []
    assert found("lighthouse", "--language", "de") == []
    assert len(found("lighthouse", "--limit", "1")) == 1
    assert found("-lamp lighthouse rain") == ["wire.jsonl#2"]
    assert found("-lamp", "lighthouse", "--limit", "5", "rain") == ["wire.jsonl#2"]


def test_nothing_found_is_said(command: Command) -> None:
    """Without a hit there is a sentence for people, an empty list or the names of columns for programs."""
    assert "No document has" in command("search", "zeppelin").out
    assert "No document that was asked for" in command("search", "swans", "--site", "nowhere.example").out
    assert "There is no word to look for" in command("search", "\udcff… 🎉").out
    assert command("search", "zeppelin", "--format", "json").out == "[]\n"
    some, none = (command("search", word, "--format", "csv").out for word in ("swans", "zeppelin"))
    assert none == some.splitlines(keepends=True)[0]


def test_wrong_usage(command: Command) -> None:
    """A day that is none, days the wrong way round, a limit of nothing, a language by name: wrong usage."""
    assert command("search", "lamp", "--since", "soon").code == 2
    assert command("search", "lamp", "--limit", "0").code == 2
    assert "no language code" in command("search", "lamp", "--language", "english").err
    turned = command("search", "lamp", "--since", "2026-03-05", "--until", "2026-03-04")
    assert turned.code == 2
    assert "after --until" in turned.err
