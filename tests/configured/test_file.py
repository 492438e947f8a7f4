"""`sources.toml`: what it can say, and how a mistake in it is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ingest.configured import ConfiguredSource, parse, read
from ingest.configured.file import locate
from ingest.configured.keys import KEYS
from ingest.errors import UsageError
from ingest.fetch import Manners

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "sources.toml.example"
WHOLE = """
[[source]]
name = "wire"
location = ["drop", "/srv/wire/*.jsonl", "s3://ID:KEY@bucket/wire?token=abc&page=2"]
kind = "jsonl"
map = { text = "story", published_at = "when" }
schedule = "0 6 * * 1-5"
licence = "CC BY 4.0"
language = "en"
site = "wire.example"
near = 0.8
contains = 1
contact = "desk@wire.example"
delay = 2
allow_hosts = ["intranet.example"]

[[source]]
name = "desk"
location = "desk.csv"
map = "text=body,title=head"
"""


def test_everything_that_can_be_said() -> None:
    """Each key reaches the source; relative places begin at the file's folder, and no credential is shown."""
    wire, desk = parse(WHOLE, "conf/sources.toml")
    address = "s3://ID:KEY@bucket/wire?token=abc&page=2"
    assert wire == ConfiguredSource(
        name="wire",
        locations=("conf/drop", "/srv/wire/*.jsonl", address),
        stated=("drop", "/srv/wire/*.jsonl", "s3://bucket/wire?token=…&page=2"),
        kind="jsonl",
        columns={"text": "story", "published_at": "when"},
        carried={"language": "en", "site": "wire.example"},
        schedule="0 6 * * 1-5",
        licence="CC BY 4.0",
        near=0.8,
        contains=1.0,
        manners=Manners("desk@wire.example", ("intranet.example",), 2.0),
        place="conf/sources.toml, line 2, source 'wire'",
    )
    assert (desk.kind, desk.locations, desk.columns) == (
        "auto",
        ("conf/desk.csv",),
        {"text": "body", "title": "head"},
    )
    assert (desk.schedule, desk.licence, desk.near, desk.carried) == (None, None, None, {})
    assert wire.hidden(f"There is no {address}.") == "There is no s3://bucket/wire?token=…&page=2."


def test_the_example_names_every_key() -> None:
    """The example that ships can be read as it is, and shows all keys."""
    sources = read(str(EXAMPLE))
    assert [source.name for source in sources] == ["wire", "gazette", "harbour"]
    text = EXAMPLE.read_text("utf-8")
    assert [key for key in KEYS if f"\n{key} = " not in text] == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('licence = "CC BY"\ncolour = "red"', "line 5, source 'a', key 'colour': it is not known; the keys"),
        (
            'kind = "morse"',
            "line 4, source 'a', key 'kind': there is no kind 'morse'; the kinds are auto, csv",
        ),
        ('schedule = "every day"', "line 4, source 'a', key 'schedule': 'every day' is no cron expression"),
        ('schedule = "0 0 30 2 *"', "key 'schedule': '0 0 30 2 *' is no cron expression"),
        ("schedule = 5", "key 'schedule': 5 is no cron expression"),
        ('map = { body = "text" }', "key 'map': there is no field 'body' to map to; choose from text, html"),
        ('map = "body"', "key 'map': 'body' is no mapping; write FIELD=COLUMN"),
        ("map = { text = 1 }", "key 'map': write { FIELD"),
        ("near = 0.2", "key 'near': The threshold near is 0.2; choose one from 0.5 to 1"),
        ("contains = true", "key 'contains': it has to be a number"),
        ('licence = " "', "key 'licence': it has to be a text in quotation marks that is not empty"),
        ("delay = -1", "key 'delay': it is a number of seconds from 0 to 3600"),
        ('allow_hosts = "a.example"', "key 'allow_hosts': write a list of names"),
        (
            'allow_hosts = ["https://a.example"]',
            "key 'allow_hosts': 'https://a.example' is no name of a host",
        ),
        ('contact = "Jürgen"', "key 'contact': servers cannot be told 'Jürgen'; write it in one line"),
        ('site = "a\\nb"', "key 'site': the text has line breaks"),
    ],
)
def test_a_mistake_is_told_with_its_place(line: str, told: str) -> None:
    """File, line, source and key are named, with what would do instead."""
    with pytest.raises(UsageError) as error:
        parse(f'[[source]]\nname = "a"\nlocation = "x"\n{line}\n', "s.toml")
    assert str(error.value).startswith("s.toml, line ")
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[source]]\nname = "a"\n', "s.toml, line 1, source 'a': the key 'location' is missing."),
        ('\n[[source]]\nlocation = "a"\n', "s.toml, line 2, source 1: the key 'name' is missing."),
        ('[[source]]\nname = "a"\nlocation = []\n', "s.toml, line 3, source 'a', key 'location': the list"),
        ('[[source]]\nname = "a"\nlocation = "-"\n', "a source has no standard input"),
        ('[[source]]\nname = 3\nlocation = "x"\n', "s.toml, line 2, source 1, key 'name': it has to be"),
        ("[[source]\n", "s.toml is no TOML: "),
        ('[[source]]\nname = "a"\nname = "b"\n', "(at line 3, column 11)"),
        ("[[sources]]\n", "s.toml: 'sources' is not known here; every source is a table [[source]]."),
        ("source = [1]\n", "s.toml: write each source as a table of its own, [[source]]."),
        (
            '[[source]]\nname = "a"\nlocation = "x"\n[[source]]\nname = "a"\nlocation = "y"\n',
            "s.toml, line 4, source 'a': the name is taken by another source (s.toml, line 1, source 'a');",
        ),
    ],
)
def test_a_wrong_file_is_told(text: str, told: str) -> None:
    """What is missing, doubled or no TOML is said in one sentence."""
    with pytest.raises(UsageError) as error:
        parse(text, "s.toml")
    assert told in str(error.value)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A file that is not there, is no UTF-8 or is a folder is told by its name."""
    (tmp_path / "latin.toml").write_bytes(b'[[source]]\nname = "caf\xe9"\n')
    for name, told in (
        ("none.toml", "There is no "),
        ("latin.toml", "is not UTF-8"),
        (".", "cannot be read"),
    ):
        with pytest.raises(UsageError, match=told):
            read(str(tmp_path / name))


def test_no_source_at_all() -> None:
    """An empty file has no sources."""
    assert parse("", "s.toml") == []


def test_which_file_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is named comes before that of the environment, and that before sources.toml."""
    monkeypatch.setenv("COPYDESK_SOURCES", "env.toml")
    assert (locate("mine.toml"), locate()) == ("mine.toml", "env.toml")
    monkeypatch.delenv("COPYDESK_SOURCES")
    assert locate() == "sources.toml"


@pytest.mark.parametrize("page", ["README.md", "docs/sources.md"])
def test_the_pages_show_what_can_be_read(page: str) -> None:
    """Every example on the pages is a configuration without mistakes."""
    shown = re.findall(r"```toml\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)
    assert shown
    assert all(parse(text, "sources.toml") for text in shown)


def test_the_page_has_every_key() -> None:
    """The table of keys is complete."""
    page = (ROOT / "docs" / "sources.md").read_text("utf-8")
    rows = "".join(re.findall(r"^\| (`[^|]*) \|", page, re.MULTILINE))
    assert [key for key in KEYS if f"`{key}`" not in rows] == []
