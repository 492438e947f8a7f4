"""Whether two documents report the same event, and why, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from flows.summary import count, shortened
from ingest.telling import RELATED
from warehouse.stored import Explanation, StoryEvidence

_HEADLINE = 60


def told(explanation: Explanation) -> Iterator[str]:
    """Say what the two share that tells of one event, whether they are in one story, where they disagree."""
    story = explanation.story
    if story is None:
        yield "Not known: the warehouse comes from an older copydesk. The next `copydesk ingest` finds out."
        return
    score = story.comparison.score
    yield f"Score {score:.2f} of {RELATED:.2f} needed: {story.because}."
    yield _where(explanation, story)
    if not story.meet and not explanation.in_one_group:
        yield "They share no key that few tellings hold, so matching would not compare them by themselves."
    for each in story.conflicts if story.in_one_story else ():
        yield f"They disagree on {each['what']}: A says “{each['text_a']}”, B says “{each['text_b']}”."


def same_event(explanation: Explanation) -> str:
    """Say in a sentence why two documents that are no copies report the same event; nothing where not."""
    story = explanation.story
    if story is None or not story.in_one_story:
        return ""
    if explanation.said and explanation.said.word == "linked" and explanation.said.level == "story":
        return "They are in one story, because an analyst said so."
    if story.comparison.score >= RELATED:
        return f"They report the same event in other words: {story.because}."
    return "They are in one story all the same, through documents that are related to both."


def _where(explanation: Explanation, story: StoryEvidence) -> str:
    if explanation.in_one_group:
        return f"Copies are in one story; theirs has {count(story.story_a['size'], 'document')}."
    if story.in_one_story:
        return f"They are in one story of {count(story.story_a['size'], 'document')}, {_name(story.story_a)}."
    if explanation.said and explanation.said.word == "unlinked" and explanation.said.level == "story":
        return "They are in two stories, because an analyst keeps them apart."
    sizes = " and of ".join(f"{each['size']:,}" for each in (story.story_a, story.story_b))
    return f"They are in two stories, of {sizes}."


def _name(story: dict[str, object]) -> str:
    return f"“{shortened(str(story['headline'] or '(no title)'), _HEADLINE)}” ({str(story['story_id'])[:8]})"
