"""Detecting languages."""

from __future__ import annotations

import pytest

from ingest.fields import detect_language

SAMPLES = {
    "en": "The board said that it would close the quay, which they have repaired more often than the town can pay.",
    "de": "Der Rat hat am Dienstag beschlossen, dass der alte Kai nicht mehr repariert wird und die Fischer umziehen.",
    "fr": "Le conseil a décidé mardi de fermer le vieux quai, qui ne sera pas réparé, et les pêcheurs sont prévenus.",
    "es": "El consejo decidió el martes cerrar el viejo muelle, que no se va a reparar más, y los pescadores lo saben.",
    "it": "Il consiglio ha deciso di chiudere il vecchio molo, che non sarà riparato, anche se costa più alla città.",
    "pt": "O conselho decidiu fechar o velho cais, que não será mais reparado, e os pescadores também já o sabem.",
    "nl": "De raad heeft besloten dat het oude ponton niet wordt hersteld en dat de vissers naar een ander bekken gaan.",
    "pl": "Rada zdecydowała we wtorek, że stare nabrzeże nie zostanie naprawione, a rybacy muszą się wyprowadzić.",
    "ru": "Совет решил во вторник закрыть старый причал, который больше не будут ремонтировать.",
    "ja": "市議会は火曜日、古い船着き場を閉鎖することを決めた。修理には町が払えないほどの費用がかかる。",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_plain_prose(language: str) -> None:
    """A sentence or two are enough."""
    assert detect_language(SAMPLES[language]) == language


@pytest.mark.parametrize("text", ["", "Ok.", "18 : 3", "🎉🎉🎉"])
def test_too_little_to_say(text: str) -> None:
    """Where there is hardly a word, no language is guessed."""
    assert detect_language(text) is None


def test_a_foreign_quotation_does_not_turn_the_text() -> None:
    """The function words of one language must far outnumber those of any other to decide by themselves."""
    text = (
        SAMPLES["de"] + " „The quay is gone“, sagte die Vorsitzende nach der Sitzung und dankte auch dem Rat."
    )
    assert detect_language(text) == "de"
