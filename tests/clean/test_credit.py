"""Credits and captions go and name whom they credit; sentences about pictures stay."""

import pytest

from clean_story import around, assert_cut, assert_kept, below


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Photo: Ina Marsh", "Ina Marsh"),
        ("Image credit: Ina Marsh/AFP", "Ina Marsh/AFP"),
        ("Main photo source: Port Hesk Lifeboat Crew/Facebook", "Port Hesk Lifeboat Crew/Facebook"),
        ("(Getty Images)", "Getty Images"),
        ("Photograph by Ina Marsh", "Ina Marsh"),
        ("Foto: Jan Wellner", "Jan Wellner"),
        ("Bild: Jan Wellner/dpa", "Jan Wellner/dpa"),
    ],
)
def test_photo_credits_name_the_photographer(line: str, name: str) -> None:
    """A picture credit is cut and its name is kept as a notice."""
    (notice,) = assert_cut(around(line), "credit").notices
    assert (notice.role, notice.name) == ("photo", name)


@pytest.mark.parametrize(
    "line",
    [
        "The ferry at its berth in Port Hesk on Tuesday. (Photo by Ina Marsh/Getty Images)",
        "Welders wait for the tide below the harbour wall (Picture: Bay News Service)",
        "FILE - The ferry leaves Orlen on a calm day in May 2021.",
        "Harbour master Edda Quill on the quay. Photo: Ina Marsh",
        "Image caption The crack runs along the third plate",
    ],
)
def test_captions_go(line: str) -> None:
    """A line that closes with a picture credit or opens like a caption is cut."""
    assert_cut(around(line), "credit")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("This article originally appeared in the Tarrow Gazette.", "Tarrow Gazette"),
        ("This story was first published by Bay News Service and is republished here.", "Bay News Service"),
        ("Originally published on hesktribune.example", "hesktribune.example"),
    ],
)
def test_origin_names_the_outlet(line: str, name: str) -> None:
    """A line about the first publication is cut and names the outlet."""
    (notice,) = assert_cut(below(line), "credit").notices
    assert (notice.role, notice.name) == ("origin", name)


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Ada Lind; Editing by Tom Farrow",
        "(Reporting by Ada Lind and Piet Mols, editing by Tom Farrow)",
        "Ada Lind contributed to this report.",
        "Mit Material von dpa und AFP",
    ],
)
def test_staff_credits_go(line: str) -> None:
    """Lines that name who reported and edited are cut."""
    assert_cut(below(line), "credit")


@pytest.mark.parametrize(
    "line",
    [
        "The photo shows the captain with a lamp in his hand, and a second man behind him.",
        "“Photo by nobody,” read the label under the most expensive picture of the evening.",
        "Reporting by fishermen helped the office to find the wreck, Quill said.",
        "The story first appeared on a wall in Tarrow, where children still sing it.",
        "LONDON — The price of tin rose on Monday.",
        "KYIV (Agency) – The minister spoke for an hour.",
    ],
)
def test_sentences_about_pictures_stay(line: str) -> None:
    """A sentence of the story about pictures or reports stays, and so does a dateline."""
    assert_kept(around(line))


@pytest.mark.parametrize(
    "line",
    [
        "Three in four people judge a harbour by its gulls. (Orlen University)",
        "Why can’t the ferry leave on time? It’s complicated [ Bloomberg ]",
    ],
)
def test_sources_in_brackets_stay(line: str) -> None:
    """Where a statement or a link comes from is no picture credit."""
    assert_kept(around(line))


@pytest.mark.parametrize(
    "line",
    [
        "Image: 12 MP, two lenses",
        "Bild: 2 mal 3 Meter, Kreide auf Schiefer",
    ],
)
def test_data_about_pictures_stay(line: str) -> None:
    """A data sheet or a sentence names no photographer."""
    assert_kept(around(line))
