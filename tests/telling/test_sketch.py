from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.telling import MOST_KEYS, story_keys, tell
from telling.told import FERRY, FERRY_RETOLD, TRAWLER


def test_tellings_of_one_story_meet() -> None:
    """Two tellings of one event share several keys; two events share none or nearly none."""
    keys = [set(story_keys(tell(text)).tolist()) for text in (FERRY, FERRY_RETOLD, TRAWLER)]
    assert len(keys[0] & keys[1]) >= 5
    assert len(keys[0] & keys[2]) <= 1


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_keys_are_terms(text: str) -> None:
    """Keys are some of the terms, ascending, and never too many."""
    telling = tell(text)
    keys = story_keys(telling).tolist()
    assert keys == sorted(set(keys))
    assert set(keys) <= set(telling.keys.tolist())
    assert len(keys) == min(MOST_KEYS, len(telling.keys))
