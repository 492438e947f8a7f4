"""What became of those whom a figure counts: killed, injured, missing, arrested, displaced, rescued."""

from __future__ import annotations

import re

FATES = {
    form: fate
    for fate, forms in {
        "killed": "killed dead died slain perished deaths dying fatalities getötet tot tote toten gestorben "
        "tués tué tuées mort morts mortes décédés muertos muertas muerto murieron fallecidos "
        "fallecieron asesinados",
        "injured": "injured wounded hurt injuries hospitalized hospitalised verletzt verletzte verletzten "
        "blessés blessé blessées heridos herido heridas lesionados",
        "missing": "missing unaccounted vermisst vermisste vermissten disparus disparu desaparecidos",
        "arrested": "arrested detained captured festgenommen verhaftet arrêtés interpellés detenidos "
        "arrestados",
        "displaced": "displaced homeless evacuated evakuiert évacués evacuados desplazados",
        "rescued": "rescued saved gerettet secourus sauvés rescatados",
        "deserted": "deserted defected",
    }.items()
    for form in forms.split()
}
_ACTIVE = {
    form: fate
    for fate, forms in {
        "killed": "killed killing tuant matando mató",
        "injured": "injured injuring wounded wounding hurt hurting blessant hiriendo hirió",
        "arrested": "arrested arresting detained detaining captured",
        "displaced": "displaced displacing evacuated evacuating",
        "rescued": "rescued rescuing saved saving",
    }.items()
    for form in forms.split()
}
_AUXILIARIES = frozenset(
    """
    were was are is have has had been being be reportedly confirmed feared believed presumed also who that
    may might left still now found both all either later already shot stabbed beaten burned crushed
    seriously badly slightly severely critically others more remain remained remains listed reported
    declared wurden wurde worden sind waren sein haben hat seien sont ont été est était étaient fueron fue
    han ha son resultaron
    """.split()
)
# After these a fate is what somebody did to others, not what became of those counted.
_OBJECT = frozenset(
    "a an the his her its their at more some several many two three four five six seven".split()
)
_WORD = re.compile(r"[   ]+(\w+(?:['’-]\w+)*)")
_BETWEEN = frozenset({"a", "the", "total", "of", "another", "all"})


def fate_after(lowered: str, start: int) -> tuple[str, int] | None:
    """Return the fate that the words after `start` tell, and where its word ends."""
    helped = False
    while word := _WORD.match(lowered, start):
        fate = FATES.get(word[1])
        if fate:
            after = _WORD.match(lowered, word.end())
            acts = after and (after[1] in _OBJECT or after[1][0].isdecimal())
            return None if acts and not helped else (fate, word.end())
        if word[1] not in _AUXILIARIES:
            return None
        helped, start = True, word.end()
    return None


def fate_before(before: str) -> str:
    """Return the fate that the last word of `before` brings on those counted after it, or nothing."""
    if before[-1:].isspace():
        for word in reversed(before.split()[-4:]):
            if word not in _BETWEEN:
                return _ACTIVE.get(word, "")
    return ""
