"""`copydesk diff`: what changed in a document."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from builders import files_in, load, make_document
from flows.revisions import as_text, chosen
from warehouse.files import Files
from warehouse.reader import open_reader

URL = "https://tarn.example/quay"
FIRST = "The board voted on Tuesday to close the old ferry quay."
MIDDLE = " ".join(f"Sentence {number} of the story stays as it is." for number in range(40))
SECOND = f"The board voted on Monday to close the old ferry quay. {MIDDLE}"
THIRD = f"The board voted on Monday to shut the old ferry quay. {MIDDLE} It said no more."


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """A document of three versions and one that never changed."""
    files = files_in(tmp_path_factory.mktemp("changed"))
    for text, title in ((FIRST, "Quay"), (SECOND, "Quay"), (THIRD, "Quay shut")):
        load(files, [make_document("a.txt", text, url=URL, title=title)])
    load(files, [make_document("b.txt", FIRST)])
    return files


def test_every_change_is_shown(command: Callable[..., Any], changed: Files) -> None:
    """Without a number, each version but the first is compared with the one before."""
    said = command("diff", "a.txt", "--warehouse", str(changed.published))
    assert said.code == 0
    assert "a.txt: revision 2 of 3, seen " in said.out
    assert "voted on [-Tuesday-]{+Monday+} to close" in said.out
    assert "a.txt: revision 3 of 3, the current one, seen " in said.out
    assert "title: [-Quay-]{+Quay shut+}" in said.out
    assert "to [-close-]{+shut+} the old" in said.out
    assert "Clean text: 5 words added, 1 removed." in said.out


def test_what_is_far_from_a_change_is_left_out(command: Callable[..., Any], changed: Files) -> None:
    """Between two changes far apart stands a sign that something is left out."""
    said = command("diff", "a.txt", "--revision", "3", "--warehouse", str(changed.published))
    assert "Sentence 0 of" in said.out
    assert "Sentence 20 of" not in said.out
    assert " … " in said.out
    assert said.out.rstrip().endswith("{+It said no more.+}")


def test_json_has_the_whole_texts(command: Callable[..., Any], changed: Files) -> None:
    """As JSON, the pieces that were not removed are the text of the revision."""
    said = command(
        "diff",
        str(make_document("a.txt", FIRST, url=URL).doc_id),
        "--format",
        "json",
        "--warehouse",
        str(changed.published),
    )
    second, third = json.loads(said.out)
    assert "".join(piece["text"] for piece in third["pieces"] if piece["mark"] != "removed") == THIRD
    assert third["fields"] == {"title": ["Quay", "Quay shut"]}
    assert (second["revision"], second["words_removed"], second["is_current"]) == (2, 1, False)


def test_a_document_that_never_changed(command: Callable[..., Any], changed: Files) -> None:
    """Where there is one version, that is said."""
    said = command("diff", "b.txt", "--warehouse", str(changed.published))
    assert (said.code, "nothing is before it" in said.out) == (0, True)


@pytest.mark.parametrize("number", ["4", "0"])
def test_a_revision_that_is_not_there(command: Callable[..., Any], changed: Files, number: str) -> None:
    """Another number than those of the revisions is wrong usage."""
    said = command("diff", "a.txt", "--revision", number, "--warehouse", str(changed.published))
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1


def test_changes_are_coloured_on_a_terminal(changed: Files) -> None:
    """What went is struck through, what came underlined."""
    with open_reader(changed) as reader:
        revisions = reader.revisions(reader.resolve("a.txt"))
    shown = as_text(chosen(revisions, 2), 3, "a.txt")
    styles = {shown.plain[span.start : span.end]: span.style for span in shown.spans}
    assert (styles["[-Tuesday-]"], styles["{+Monday+}"]) == ("strike red", "underline green")


def test_control_characters_cannot_move_the_cursor(tmp_path: Path) -> None:
    """What a text holds of escape sequences is shown, not carried out."""
    files = files_in(tmp_path)
    for word in ("plain", "\x1b[2Jred"):
        load(files, [make_document("a.txt", f"It is {word} now.", url=URL)])
    with open_reader(files) as reader:
        revisions = reader.revisions(reader.resolve("a.txt"))
    assert "\x1b" not in as_text(chosen(revisions, None), 2, "a\x1b.txt").plain
