"""The cookbook shows what its questions really bring."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import files_in
from docs.cookbook import PAGE, answered, printed, questions
from flows.pipeline import Request, run
from seed_corpus import SEEDS
from warehouse.reader import Reader, open_reader

TEXT = PAGE.read_text("utf-8")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """The sample corpus, open for reading."""
    files = files_in(tmp_path_factory.mktemp("cookbook"))
    run(Request([str(SEEDS)]), files, on_wait=print)
    with open_reader(files) as opened:
        yield opened


def test_every_question_has_its_answer(reader: Reader) -> None:
    """Below each statement stands what it brings on the sample corpus as it is now.

    Otherwise: `python -m docs.cookbook`.
    """
    assert answered(TEXT, lambda sql: printed(reader, sql)) == TEXT


def test_no_answer_is_empty_or_in_random_order(reader: Reader) -> None:
    """Each statement finds something, and says in which order it wants several rows."""
    for sql in questions(TEXT):
        rows = reader.query(sql).rows
        assert rows, sql
        assert len(rows) == 1 or re.search(r"\bORDER BY\b", sql), sql


def test_there_are_many_and_each_is_asked_in_words() -> None:
    """The page has more than twenty questions, numbered, each with one statement."""
    numbers = [int(number) for number in re.findall(r"^### (\d+)\. .+\?$", TEXT, re.MULTILINE)]
    assert numbers == list(range(1, len(questions(TEXT)) + 1))
    assert len(numbers) > 20


def test_an_answer_takes_the_place_of_the_one_before() -> None:
    """Answering twice leaves one answer, and everything else of a page as it was."""
    page = "# Page\n\n```sql\nSELECT 1\n```\n\nWords.\n\n```sql\nSELECT 2\n```\n"
    once = answered(page, lambda sql: f"{sql.split()[1]} apple\n")
    assert once.count("```text\n1 apple\n```") == once.count("```text\n2 apple\n```") == 1
    assert answered(once, lambda sql: f"{sql.split()[1]} apple\n") == once
    assert re.sub(r"\n```text\n.*?```\n", "", once, flags=re.DOTALL) == page


def test_links_lead_somewhere() -> None:
    """No link of the page leads nowhere."""
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", TEXT)
    assert links
    assert [link for link in links if not (Path(PAGE).parent / link).exists()] == []
