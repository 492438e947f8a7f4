"""Articles of all shapes, none of them with dirt: nothing is cut, however their lines are split."""

import re
import textwrap

import pytest

from ingest.clean import clean

NEWS = """Tarnby opens its rebuilt library

The library of Tarnby opens its doors again on Saturday, four years after a fire destroyed the old building.
The new house stands on the same square and has twice as many seats, the town said. "We wanted a living room
for everybody," said Ilka Morn, who led the work.

Why it took so long

Contractors had to remove tonnes of soot and glass before they could begin. Prices of timber doubled in the
second year. In the third, the roofers went bankrupt, and the council voted 11 to 4 for a loan of 3 million
crowns.

What comes next

Readers may borrow as many books as they can carry until the end of May. The old reading room will be used for
exhibitions, the first of which shows letters that survived the fire in an iron chest."""

FORMS = {
    "poem": """The ferryman

He rows by night
he rows by day
and never asks
who comes to pay

The bell is cracked
the rope is thin
but share with him
a cup of gin

and he will sing
of Port and Home
of lights that close
their eyes to foam""",
    "recipe": """Barley soup for a cold week

This soup feeds six and costs less than a bus ticket. My aunt Bera cooked it in a milk can on the beach.

Ingredients
2 cups of pearl barley
1 onion, chopped
3 carrots
Salt, pepper
A handful of parsley

Method
Wash the barley until the water stays clear.
Fry the onion in butter for five minutes.
Add everything else and two litres of water.
Cook for an hour. Taste, and salt again.

Serve with rye bread. Leftovers keep for three days in a cold place.""",
    "list": """Seven bridges that shaped the valley

The valley of the Orm has more bridges than churches. Here are those that changed it most, from the oldest on.

1. The Monks' Bridge
Built before 1200, it carried pilgrims to the chapel of Holm and still bears carts on market days.

2. The Iron Arch
Its engineer, Tove Lind, never saw it finished; a fever took her in the last winter of the work.

3. Toll Bridge
Four pence for a cow, a penny for a child: the tariff can be read on the northern gate to this day.

- Length: 84 metres
- Width: 6 metres
- Opened: 14 June 1871
- Closed: never""",
    "interview": """"I count stones for a living"

The geologist Marit Osk has walked every beach of the northern coast. We met her in a hut near Sandholm.

Q: How did it start?
A: With a lost shoe. I was nine.
Q: And what do you look for?
A: Colours first. Then edges.
Q: Favourite stone?
A: Flint. It is honest.
Q: What do you read in the evening?
A: Maps, mostly, and the letters of my grandfather.
Q: Any advice for young collectors?
A: Bring a bag. Leave half.

Her book about the beaches comes out in autumn, and she will read from it in nine towns along the coast.""",
    "results": """Badgers win the valley cup after extra time

The Badgers of Holm beat Tarnby 3-2 in a final that took two and a half hours and ended in the rain.

Scorers
Lind (12)
Osk (45+2, pen.)
Feld (118)

Table
Holm 22 14 5 3 47
Tarnby 22 13 6 3 45
Orlen 22 12 2 8 38
Port Hesk 22 9 9 4 36
Sandholm 22 4 3 15 15

Orlen and Port Hesk will play the northern champions in June, at a place that has yet to be named.""",
    "legal notice": """Newspaper prints apology to harbour master

The Orlen Lantern has apologised to harbour master Edda Quill on its front page. The notice, agreed in court
on Thursday, reads in full:

"On 3 March we reported that Ms Quill had sold berths to her family. This was wrong. We are sorry, and we have
paid damages and her costs. All rights of reply were refused to her at the time; we regret that too."

The paper's owner said the copyright on the article had been given to Ms Quill, who plans to burn it.""",
    "transcript": """What the two candidates said about the ferry

VENN: Thank you. I took that boat for thirty years.
ROOK: As did I.
VENN: Then you know what it costs.
ROOK: I know what it costs not to have one.
MODERATOR: Please, one at a time.
VENN: Four million.
ROOK: Four million is what we pay for the road that nobody wanted.
MODERATOR: Let us move on to schools.
VENN: Gladly.
ROOK: I have not finished.

The debate lasted ninety minutes. Neither of the two mentioned the new harbour, which both had voted for.""",
    "liveblog": """Storm over the sound: as it happened

18.40
The last ferry has reached Port Hesk, the harbour office says. Nobody was hurt on the crossing.

18.12
Power is out in most of Sandholm. The school gym is open for everyone who needs a warm place tonight.

17.55
Bridge closed
Police have closed the Iron Arch to lorries after one of them was blown against the railing.

17.20
Wind speeds of 140 kilometres an hour were measured at the lighthouse, the highest since 1987.

16.48
Good evening. A storm is crossing the coast, and we report here what our readers and the harbour tell us.""",
    "tour dates": """The Lamplighters go on their last tour

The Lamplighters will play eleven more concerts and then never again, the band wrote in a letter to fans.

Dates
June 3 – Holm, Old Brewery
June 5 – Tarnby, Town Hall
June 6 – Orlen, Harbour Stage
June 9 – Port Hesk, The Credit Union Arena
June 12 – Sandholm, Beach
June 13 – Oldmoor, The Share House

Tickets cost between 20 and 45 crowns and go on sale at the box offices on Friday at nine in the morning.""",
    "products": """The best lamps for reading in bed

We read under eleven lamps for a month. These three let our partners sleep.

Owl Mini
Weight: 120 g
Light: 40 to 200 lumens
Battery: 9 hours
Price: 24 crowns
The smallest of the three clips to any book and charges while you are at work.

Lindqvist Arm
Weight: 1.4 kg
Light: 600 lumens
Cable: 2 m
Price: 89 crowns
A heavy foot keeps it standing even when the cat jumps on the table at four in the morning.""",
    "letters": """Letters to the editor

Your report on the ferry forgot the cyclists. We have paid for that quay too.
Jorun Feld, Tarnby

Please stop printing the crossword on the back of the chess problem.
A. Rook, Orlen

More trees, less asphalt: it is that simple, dear council.
Class 4b, Holm School""",
}


def sentences(text: str) -> str:
    """Every sentence on a line of its own."""
    return re.sub(r"(?<=[.!?]) +", "\n", text.replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n"))


def wrapped(text: str) -> str:
    """Broken at 72 columns."""
    return "\n".join(textwrap.fill(line, 72) for line in text.splitlines())


def spaced(text: str) -> str:
    """A blank line between all lines."""
    return re.sub(r"\n+", "\n\n", text)


def tight(text: str) -> str:
    """No blank lines."""
    return re.sub(r"\n+", "\n", text)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("split", [str, wrapped, spaced, tight], ids=lambda split: split.__name__)
def test_clean_forms_are_untouched(form, split):
    """Poems, lists, tables, talks and notices come back as they are."""
    text = split(FORMS[form])
    assert clean(text).cuts == ()


@pytest.mark.parametrize("split", [str, sentences, wrapped, spaced, tight], ids=lambda split: split.__name__)
def test_news_is_untouched_however_it_is_split(split):
    """Headline, subheadings and paragraphs stay for every way of breaking lines."""
    text = split(NEWS)
    assert clean(text).cuts == ()
