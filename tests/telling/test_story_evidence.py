from ingest.telling import because, compare, evidence, tell
from telling.told import FERRY, FERRY_RETOLD, TRAWLER


def test_what_two_tellings_share() -> None:
    """Quotations in other words, cited outlets, figures and whole names are shown at their places in both."""
    found = evidence(FERRY, FERRY_RETOLD, compare(tell(FERRY), tell(FERRY_RETOLD)))
    said = {(each.kind, each.said) for each in found}
    assert {("cited_outlet", "Coastal Herald"), ("name", "Ardley Maritime Board")} <= said
    assert ("figure", "Seventeen passengers") in said
    quote = next(each for each in found if each.kind == "quote")
    assert FERRY[quote.start_a : quote.stop_a].startswith("We had four minutes")
    assert FERRY_RETOLD[quote.start_b : quote.stop_b].startswith("There were only four minutes")
    assert all(0 <= each.start_a < each.stop_a <= len(FERRY) for each in found)
    assert all(0 <= each.start_b < each.stop_b <= len(FERRY_RETOLD) for each in found)


def test_a_name_is_shown_whole() -> None:
    """A name of several words that both texts have is shown once, not part by part."""
    found = evidence(FERRY, FERRY_RETOLD, compare(tell(FERRY), tell(FERRY_RETOLD)))
    names = [each.said for each in found if each.kind == "name"]
    assert "Tobias Venn" in names
    assert not {"Tobias", "Venn", "Maritime"} & set(names)


def test_an_outlet_that_both_cite_is_no_name_besides() -> None:
    """What is named as a source is not named again, nor are months; names in capitals are written as usual."""
    a = "OSTERMOOR — In March the Marigold sank off Ostermoor, the Coastal Herald reported, with Tobias Venn."
    b = "The Marigold went down near Ostermoor in March under Tobias Venn, according to the Coastal Herald."
    found = evidence(a, b, compare(tell(a), tell(b)))
    assert [each.said for each in found if each.kind == "cited_outlet"] == ["Coastal Herald"]
    names = {each.said for each in found if each.kind == "name"}
    assert {"Tobias Venn", "Ostermoor", "Marigold"} <= names
    assert not {"Coastal Herald", "March", "OSTERMOOR"} & names


def test_a_short_quotation_word_by_word() -> None:
    """Three words that say something are enough where one text quotes all that the other quotes."""
    a = "They were “paid in cash and fishing trips”, the minister said."
    b = "He took payment “in cash and fishing trips”, said a clerk. Others were paid “in cash and in kind”."
    found = [each for each in evidence(a, b, compare(tell(a), tell(b))) if each.kind == "quote"]
    assert [b[each.start_b : each.stop_b] for each in found] == ["in cash and fishing trips"]


def test_articles_of_outlets() -> None:
    """Newspapers take an article in a sentence, agencies and stations none."""
    a = "The Marigold sank, Reuters reported, citing Radio Rivage and the Coastal Herald."
    sentence = because(evidence(a, a, compare(tell(a), tell(a))))
    assert "both cite Reuters, Radio Rivage and the Coastal Herald" in sentence


def test_sentence() -> None:
    """The sentence names what is shared, the strongest first."""
    sentence = because(evidence(FERRY, FERRY_RETOLD, compare(tell(FERRY), tell(FERRY_RETOLD))))
    assert sentence.startswith(
        "both quote Venn, 58; both cite the Coastal Herald; both count “Seventeen passengers”"
    )
    assert "both name " in sentence


def test_nothing_shared() -> None:
    """Two texts that share nothing of this say so."""
    sentence = because(evidence(FERRY, TRAWLER, compare(tell(FERRY), tell(TRAWLER))))
    assert sentence == "they share no name, figure, quotation, source or date"
