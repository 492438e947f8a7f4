"""Ids that stay."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from ingest.identity import document_id, text_hash

URL = "https://bugle.example/quay"


def test_the_address_decides() -> None:
    """One address is one document wherever it was found, under http and https; anybody can compute the id."""
    assert document_id(URL, "default", "a.txt") == document_id("http://bugle.example/quay", "x", "b.jsonl#3")
    assert document_id(URL, "default", "a.txt") == uuid5(NAMESPACE_URL, URL)


def test_without_an_address_the_place_decides() -> None:
    """Place and collection tell documents apart; the record's own id outlives its number."""
    places = {
        document_id(None, "default", "a.txt"),
        document_id(None, "default", "b.txt"),
        document_id(None, "wire", "a.txt"),
        document_id(None, "default", "a.jsonl#1"),
    }
    assert len(places) == 4
    assert document_id(None, "default", "a.jsonl#1", "x") == document_id(None, "default", "a.jsonl#2", "x")
    assert document_id(None, "default", "a.jsonl#1", "x") != document_id(None, "default", "b.jsonl#1", "x")


def test_ids_never_change() -> None:
    """The ids of earlier releases are the ids of this one."""
    assert str(document_id(None, "default", "a.txt")) == "68b66d1b-26fa-5a76-90eb-68521a3adc44"
    assert text_hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
