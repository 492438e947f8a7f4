"""Sentences of news that share words with boilerplate: every one of them must stay."""

import pytest

from clean_story import around, assert_kept, below

SENTENCES = [
    "The report was published on Monday by the health ministry and runs to ninety pages.",
    "This report was first leaked in March, the minister admitted.",
    "The article was removed from the site after two hours, the paper said in a note.",
    "Staff at the hospital contributed 500 crowns each to the fund.",
    "He contributed from his own pocket to the repair of the mill.",
    "The report may not be published before Monday, the judge ruled.",
    "The court found that the photos had been used without permission of the copyright holder.",
    "Follow the money, the inspector used to say, and you will find the boat.",
    "Get out of the house, the recording said, and do not use the lift.",
    "Support for the government has fallen to 31 percent, a new poll found.",
    "Help for the newsroom came from readers, who paid its rent for a year.",
    "Members of the club receive an email every week, said Lund.",
    "Register of voters: the county will print the lists again in June.",
    "Sign language courses are to become free for parents.",
    "Share prices fell on Tuesday after the bank cut its forecast.",
    "Share of renters: in Orlen, six in ten households do not own their home.",
    "Shares: Tarrow Bank fell 3.2 percent, Hesk Marine rose 1.1 percent.",
    "Print workers walked out at midnight.",
    "Email addresses of nine thousand patients were exposed, the clinic said.",
    "Download speeds on the island are the slowest in the country.",
    "Access to the beach will be closed for two weeks.",
    "Unlimited access to the archive was promised to the historians, but it never came.",
    "Cookies were sold for a good cause, and cookies were eaten for the same one.",
    "By using cookies as bait, the keeper caught the raccoon within the hour.",
    "This site was chosen because of its cookie factory, whose walls still stand.",
    "Related crimes have doubled since 2019, the police said.",
    "More from the same grant went to the lifeboat crew.",
    "More than forty people were hurt.",
    "Next week the council votes on the toll.",
    "Next: the bridge. After the road, the council turns to the bridge, and it has no money for either.",
    "Previous owners had painted the hull red.",
    "Trending downwards since May, the price of cod reached a new low.",
    "Recommended by three doctors, the cure had never been tested.",
    "Watch the tide, the old men say, and leave the rest to the moon.",
    "Read the letter aloud, the judge ordered.",
    "Image is everything in this town, said the barber.",
    "Video from the scene shows smoke over the hall.",
    "Photos of the wreck were sold to nine papers before noon.",
    "Pictures, said the curator, are slower than words but last longer.",
    "Source of the leak was a valve that nobody had opened for thirty years.",
    "Credit: that is what the farmers want, and what no bank will give them.",
    "Play resumed after an hour.",
    "Loading of the ship took nine hours.",
    "Comment: the minister’s plan is a bridge without a river, the daily wrote.",
    "Reply came there none.",
    "Like the ferry, the bus runs on Fridays only.",
    "Love of the sea brought her back.",
    "Sad news reached the village on Sunday.",
    "Tags on the birds’ legs tell where they were ringed.",
    "Topics: schools, roads and the price of fish were what the voters asked about.",
    "Back in the harbour, nobody had heard the horn.",
    "Menu prices rose by a tenth.",
    "Search teams found the boat at dawn.",
    "Login data of the whole staff was stolen, a spokeswoman said.",
    "Updated plans for the bridge were shown on March 3, 2026, in the town hall.",
    "Posted at the gate since 1950, the soldier of Orlen is made of tin.",
    "Advertise the job, the union asked, before you fill it.",
    "Donate blood, the clinic asked its visitors, and take a biscuit.",
    "Join us or leave, the rebels told the garrison.",
    "Contact with the crew was lost at nine.",
    "Stay at home if you can, the mayor said.",
    "You can unsubscribe from democracy, the column said, but the bills keep coming.",
    "To continue reading the names took the priest until midnight.",
    "Click here, click there: the crickets of the marsh have been counted.",
    "She is a reporter who covers the harbour, and she was on board when it happened.",
    "Opinions expressed at the meeting were divided.",
    "What do you think? That was the only question on the ballot.",
    "Have you seen this man? The police in Tarrow ask for help.",
    "— We are ready to go, he said.",
    "– Subscribe to the plan or leave the room, the chair told them.",
    "“Follow us,” the guides called, and the crowd followed them.",
    "Q: Did you see the boat?",
    "A: I saw a light and heard the engine.",
    "10:45 — The minister said the talks would go on.",
    "Tarrow 3, Orlen 2 (after extra time)",
    "Der Bericht wurde am Montag vom Ministerium veröffentlicht.",
    "Folgen für die Fischer hat das Verbot schon jetzt, sagte Wellner.",
    "Foto und Film bleiben im Saal verboten, entschied das Gericht.",
    "Mehr zum Thema sagte der Minister nicht.",
    "Anzeige erstattete die Stadt erst nach drei Wochen.",
    "El informe fue publicado el lunes por el ministerio de salud.",
    "Publicidad engañosa: así llamó el juez a los carteles del puerto.",
    "Más información dará el alcalde el lunes, según dijo su portavoz.",
    "Le rapport a été publié lundi par le ministère de la santé.",
    "Il rapporto è stato pubblicato lunedì dal ministero della salute.",
]


@pytest.mark.parametrize("line", SENTENCES)
def test_inside_a_story(line: str) -> None:
    """A sentence of news stays between two paragraphs."""
    assert_kept(around(line))


@pytest.mark.parametrize("line", SENTENCES)
def test_at_the_end_of_a_story(line: str) -> None:
    """A sentence of news stays as the last line."""
    assert_kept(below(line))


@pytest.mark.parametrize("line", SENTENCES)
def test_on_its_own(line: str) -> None:
    """A text of one line comes through whole."""
    assert_kept(line)


def test_poems_stay() -> None:
    """Short lines without punctuation are no menu."""
    assert_kept(below("Home is the harbour", "Home is the tide", "Love is a lantern", "Hung on the side"))


def test_interviews_stay() -> None:
    """Questions and answers in turn come through whole."""
    assert_kept(below("Q: Were you afraid?", "A: Of course.", "Q: What helped?", "A: The radio. And tea."))


def test_live_blogs_stay() -> None:
    """Times before entries are part of the story."""
    assert_kept(below("10:45 — The minister arrives.", "11:02 — The doors close.", "11:30 — No word yet."))
