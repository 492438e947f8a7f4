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
    "First published in 1961, the novel has sold three million copies.",
    "Originally published as a serial, the novel made her famous.",
    "Video provided by police shows two men leaving the bank.",
    "Footage by a passer-by shows the moment the roof fell.",
    "Photo: the council is to publish one a day, showing each removed billboard and the street behind it.",
    "Two universities contributed research to the project.",
    "Written by her grandmother, the letter surfaced.",
    "Translated by machine, the text made no sense.",
    "Edited by Lena Ort, the book is a success.",
    "In this picture, the director returns to the village of his childhood and to the themes of his early work.",
    "This ad is the most expensive in the history of the game.",
    "This ad has been seen a million times.",
    "Advertise on buses",
    "The story continues after the war with her return to the village.",
    "Supported by the army, the coup succeeded.",
    "Presented by the mayor, the plan drew applause.",
    "Already a member of NATO, the country now wants to join the European Union.",
    "If you believe the polls, an independent candidate will take the seat.",
    "Full membership for Ukraine is years away, diplomats say.",
    "Unlimited access for cars to the old town ends in June.",
    "Sign-up for the free flu vaccine begins on Monday at the town hall.",
    "Register to vote by Friday, the mayor urged, and get a free bus ticket.",
    "By signing the treaty, both countries agree to share the water.",
    "We rely on volunteers, and every member of the crew knows it.",
    "Support our troops, the sign said, next to a plea for a donation.",
    "Help us, she wrote to the newsroom.",
    "Follow us, the guide said, and the group did.",
    "Like many users on Twitter, Ms Ort was furious about the decision.",
    "Find him on Facebook, and you will see a man with two dogs.",
    "12 responses to the tender arrived before the deadline.",
    "60 comments on the plan were submitted by residents.",
    "Comments will be reviewed by the planning board in June.",
    "In reply to critics, he shrugged.",
    "Have a question about the harbour? Ask Ida, her neighbours say, and write it down.",
    "Any use of the material without permission is prohibited, the judge wrote in her ruling on the archive.",
    "All rights reserved for the rich, the banner said.",
    "Copyright 2019 is the title of the play.",
    "Also in Fenn: the bakery closes.",
    "Opinions expressed at the meeting were not those of the author, Ms Ort said.",
    'On TikTok, a song called "Old bridge" by ♬ Ida went around the world.',
    "First published in Orlen, her poems reached the capital twenty years later.",
    "Reprinted by a small press, the diary found new readers.",
    "Reproduced under glass, the map hangs in the hall.",
    "Compiled by students, the list names every ship that sank off Tarrow.",
    "Reported by a neighbour, the fire was out within the hour.",
    "Written in haste, the law has three gaps.",
    "Map by map, the archive is being copied.",
    "Chart by chart, the band climbed for a year.",
    "Images from the harbour camera show the boat at nine.",
    "Illustrations by children cover the walls of the clinic.",
    "Powered by two engines, the ferry needs an hour.",
    "Sponsored by a brewery, the club rose to the first league.",
    "Promoted by the party, the plan failed in the council.",
    "Scroll to read was the order of the monks.",
    "Skip adolescence, the film suggests, and you miss the best part.",
    "Already registered as a charity, the group now wants a hall.",
    "Register for the marathon opens in March, and the places go within a day.",
    "Subscribe to the theory and the numbers of the week make sense.",
    "Full access to the files was refused by the court.",
    "Premium membership of the club costs the same as a small car.",
    "Become a member of the crew, the captain asked the boy.",
    "Follow her on the way to Orlen and the hills open up.",
    "Join the debate on the harbour, the mayor asked the students.",
    "Replying to the judge, he looked at the floor.",
    "Next article of the treaty: the fish.",
    "Previous posts in Orlen and Tarrow prepared her for the job.",
    "Go to the main square and the statue is gone.",
    "Back to the top of the table went Orlen after a 2-0 win.",
    "Click here, the voice told him, and the money was gone.",
    "Watch: that was the only word on the note.",
    "Error in the player list cost the club three points.",
    "Sorry about the video, the officer wrote to the family.",
    "The content of the barrels has not been removed.",
    "The views expressed by the two farmers could not be further apart, and the author of the plan is silent.",
    "Get the children to the boat by email, the order said.",
    "Have the letters delivered to the prison, she asked.",
    "Unterstützt von der Armee, gelang der Putsch.",
    "Foto: das war das einzige Wort auf dem Zettel.",
    "Folgen Sie mir auf Facebook, rief der Sänger, und der Saal lachte.",
    "Newsletter und Abo hat der Verein abgeschafft, teilte der Vorstand mit.",
    "Nachdruck der Karten ist ohne Genehmigung verboten, sagte der Richter.",
    "Zurück zum Hafen fuhr am Abend niemand.",
    "Kommentare zum Plan nahm die Stadt bis Juni an.",
    "Recevez les réfugiés, a demandé le maire aux habitants.",
    "Soutenez la grève, a lancé le syndicat devant le port.",
    "Photo : c'est le seul mot que le juge a lu.",
    "Partager la pêche entre les deux ports reste difficile.",
    "Toute reproduction de la carte est interdite, a déclaré le juge.",
    "Suivez le guide sur Facebook, disait la pancarte du musée.",
    "Recibe noticias de su hijo cada mes, dijo la madre.",
    "Apoya el periodismo, decía el cartel, según los vecinos.",
    "Compartir la pesca entre los dos puertos es difícil.",
    "Foto: esa fue la única palabra del juez.",
    "Prohibida la reproducción del cuadro, la sala quedó vacía, dijo el guardia.",
    "Sigue a la banda en Facebook medio país, según la radio.",
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


def test_words_of_poems_and_recipes_stay() -> None:
    """A button's word stays where the next line goes on with it, or where it stands among a recipe's lines."""
    assert_kept(around("The gulls are late\nSubscribe\nto waves."))
    assert_kept(around("Two cups of flour\nPrint\n20 minutes\nOne pinch of salt"))
