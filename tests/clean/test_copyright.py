"""Copyright footers go and name their owner; sentences that mention copyright stay."""

import pytest

from clean_story import STORY, assert_cut, assert_kept, below
from ingest.clean import clean


@pytest.mark.parametrize(
    ("line", "name", "domain", "year"),
    [
        ("© 2025 Orlen Observer. All rights reserved.", "Orlen Observer", None, 2025),
        ("Copyright 2024 The Hesk Tribune", "The Hesk Tribune", None, 2024),
        ("(c) Baywatch Media 2023", "Baywatch Media", None, 2023),
        ("© 2026 96 Quay Street Media. All rights reserved.", "96 Quay Street Media", None, 2026),
        ("© 2026 Fenn Letter · Privacy ∙ Terms ∙ Collection notice", "Fenn Letter", None, 2026),
        ("Copyright © 2019-2026 Hesk Ferry™", "Hesk Ferry", None, 2019),
        (
            "© 2024, OBO. © OBO and www.orlenobserver.example. Unauthorized use and/or duplication of this "
            "material without express and written permission from this site’s owner is strictly prohibited.",
            "OBO",
            "orlenobserver.example",
            2024,
        ),
        ("© 2026 Deichblatt GmbH. Alle Rechte vorbehalten.", "Deichblatt GmbH", None, 2026),
        (
            "© 2026 Fenn Post. All rights reserved. Write to desk@mail.fennpost.example",
            "Fenn Post",
            None,
            2026,
        ),
        (
            "© 2026 OBO and www.orlenobserver.example. All rights reserved.",
            "OBO",
            "orlenobserver.example",
            2026,
        ),
        ("© 2026 La Ría. Todos los derechos reservados.", "La Ría", None, 2026),
    ],
)
def test_footers_name_their_owner(line: str, name: str, domain: str | None, year: int) -> None:
    """A copyright footer is cut and says owner, domain and year."""
    (notice,) = assert_cut(below(line), "copyright").notices
    assert notice.role == "copyright"
    assert (notice.name, notice.domain, notice.year) == (name, domain, year)


@pytest.mark.parametrize(
    "line",
    [
        "This material may not be published, broadcast, rewritten or redistributed.",
        "No part of this publication may be reproduced without the prior written permission of the publisher.",
        "All rights reserved.",
        "Tous droits réservés",
        "無断転載を禁じます",
    ],
)
def test_footers_without_owner(line: str) -> None:
    """A line that forbids copying this text is a footer even without the mark."""
    assert_cut(below(line), "copyright")


@pytest.mark.parametrize(
    "line",
    [
        "The court held that the © mark on the posters gave the painter no right to damages.",
        "Copyright law protects a work for seventy years after the death of its author, Quill said.",
        "“All rights reserved,” read the sign on the harbour wall, and nobody knew why.",
        "The library may not be used without permission of the council, a spokesman said.",
        "Copyright was the subject of the hearing in 2024, which lasted three days.",
        "In 2023 the publisher sued for breach of copyright and lost.",
    ],
)
def test_sentences_with_copyright_stay(line: str) -> None:
    """A news sentence with the mark or the word stays."""
    assert_kept(below(line))


def test_a_footer_at_the_end_of_a_single_line() -> None:
    """In a text without line breaks the footer at its end is cut as a span of the line."""
    story = " ".join(STORY.split())
    cleaned = clean(f"{story} © 2025 Orlen Observer. All rights reserved.")
    assert cleaned.text == story
    assert [cut.rule for cut in cleaned.cuts] == ["copyright-tail"]
    assert cleaned.notices[0].name == "Orlen Observer"


@pytest.mark.parametrize(
    "line",
    [
        "版权所有者对法院的判决表示欢迎。",
        "無断転載をめぐる訴えは来月審理される。",
        "Tous droits réservés, peut-on lire au dos de la carte du port.",
        "Alle Rechte vorbehalten: Das stand unter jedem Gedicht des Fährmanns.",
        'The sign on the pier still reads "© 1998 Port Hesk. All rights reserved."',
    ],
)
def test_reserved_rights_that_a_story_tells_of_stay(line: str) -> None:
    """Words of a footer are quoted or told of, and the sentence goes on."""
    assert_kept(below(line))


@pytest.mark.parametrize("line", ["Orlen Observer © 2026", "جميع الحقوق محفوظة"])
def test_footers_of_other_shapes_go(line: str) -> None:
    """The mark may stand behind the owner, and rights are reserved in Arabic as well."""
    assert_cut(below(line), "copyright")
