"""Which lines read like sentences of a story although they open like boilerplate."""

import pytest

from ingest.clean.engine.lines import Line
from ingest.clean.engine.sentence import reports_speech, tells


@pytest.mark.parametrize(
    "text",
    [
        "Supported by the army, the coup succeeded.",
        "Follow us, the guide said.",
        "Footage by a passer-by shows the moment the roof fell.",
        "Recevez les réfugiés, a demandé le maire.",
        "Unterstützt von der Armee, gelang der Putsch.",
        "Foto: esa fue la única palabra del juez.",
    ],
)
def test_statements_about_others_tell(text: str) -> None:
    """A closed sentence with a speaker, or about others, is part of a story."""
    assert tells(Line(0, 0, text, 1))


@pytest.mark.parametrize(
    "text",
    [
        "Support our journalism with a gift.",
        "Photo by Ida Lund.",
        "Subscribe to the newsletter of the Tarrow Gazette and never miss a story.",
        "This article was first published in the Tarrow Gazette.",
        "Supported by the army, the coup succeeded",
        "Have a question about the harbour?",
    ],
)
def test_words_to_the_reader_do_not_tell(text: str) -> None:
    """Pleas, names and open lines are left to the rules."""
    assert not tells(Line(0, 0, text, 1))


def test_speech_needs_a_closed_sentence() -> None:
    """A speaker counts only in a line that closes like a sentence."""
    assert reports_speech(Line(0, 0, "All rights reserved for the rich, the banner said.", 1))
    assert not reports_speech(Line(0, 0, "What the banner said", 1))
