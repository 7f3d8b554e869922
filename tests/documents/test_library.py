"""The shipped library: its documents byte for byte, and the paragraphs that answers are known to cite."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import knowledge
from knowledge.corpus import Corpus
from knowledge.documents import loader, passages
from knowledge.documents.loader import Example
from knowledge.models import Passage, PassageKind

LIBRARY = Path(knowledge.__file__).parent / "library"
ARTICLE = "socialist-workers-movement"
LISTING = "untitled-listing"
REPORT = "pos-congress"
SHA256 = {
    "socialist-workers-movement.txt": "e03bf5c830b533cdc4a50ab810904fb4fb95b1b837f0de7bcd523c09e4607281",
    "untitled-listing.txt": "32306f7b5578f3bcef22863fe356669215381fea4848991c07f8c3210ac16efb",
    "pos-congress.txt": "070dd5e28c86997d8841a74989a6bbf8d5033362b0a0873c6d1b511b4c613bea",
}


@pytest.fixture(scope="module")
def source() -> loader.Source:
    return loader.load(LIBRARY)


@pytest.fixture(scope="module")
def corpus(source: loader.Source) -> Corpus:
    return Corpus(
        source.documents,
        [passage for document in source.documents for passage in passages.build(document, source.blocks[document.id])],
    )


def text_of(corpus: Corpus, passage: Passage) -> str:
    document = corpus.document(passage.document)
    assert document is not None
    return document.text[passage.start : passage.end]


def paragraph(corpus: Corpus, document: str, section: str | None, number: int) -> str:
    (found,) = (
        text_of(corpus, passage)
        for passage in corpus.passages_of(document)
        if passage.section == section and passage.paragraph == number and passage.label is None
    )
    return found


def labelled(corpus: Corpus, document: str, kind: PassageKind, label: str) -> Passage:
    (found,) = (
        passage
        for passage in corpus.passages_of(document)
        if passage.kind is kind and passage.label == label and passage.retrieved
    )
    return found


@pytest.mark.parametrize("name", SHA256)
def test_the_documents_are_shipped_byte_for_byte(name: str) -> None:
    assert SHA256[name] == hashlib.sha256((LIBRARY / "documents" / name).read_bytes()).hexdigest()


def test_the_text_of_a_document_is_its_file(source: loader.Source) -> None:
    for document in source.documents:
        assert (LIBRARY / document.file).read_bytes() == document.text.encode()


def test_every_file_loads_in_the_manifests_order(source: loader.Source) -> None:
    assert [document.id for document in source.documents] == [ARTICLE, REPORT, LISTING]
    assert source.problems == ()


def test_what_no_document_states_is_null(source: loader.Source) -> None:
    article, report, listing = source.documents
    assert (article.publisher, article.licence, article.byline) == ("Wikipedia", "CC BY-SA 4.0", None)
    assert (listing.title, listing.title_stated) == ("Untitled listing", False)
    assert report.byline == "Committee for Revolutionary International Regroupment"
    for document in (listing, report):
        assert (document.publisher, document.licence) == (None, None)
    assert {(None, None)} == {(document.url, document.date) for document in source.documents}


def test_the_titles_are_those_of_the_texts(source: loader.Source) -> None:
    article, report, _ = source.documents
    assert article.title_stated
    assert article.text.startswith(f"= {article.title} =\n")
    assert report.text.startswith(f"{report.title}\n")


def test_the_examples_are_a_name_an_election_and_a_question(source: loader.Source) -> None:
    assert (
        Example(command="whois", argument="LTS"),
        Example(command="elections", argument="2016"),
        Example(command="ask", argument="When was the LTS founded?"),
    ) == source.examples


@pytest.mark.parametrize(
    ("document", "section", "number", "opening"),
    [
        (ARTICLE, None, 1, "The Socialist Workers Movement (MTS) is a far-left Mexican"),
        (ARTICLE, "History", 1, "Its origins date back to 1988"),
        (ARTICLE, "History", 4, "In 2000, they denounced the negotiated transition"),
        (ARTICLE, "History", 6, "In 2006, they took a leading part"),
        (ARTICLE, "History", 9, "Since 2010 some militants of the LTS"),
        (ARTICLE, "History", 10, "Also in 2010, the LTS formed the publishing house"),
        (ARTICLE, "History", 12, "In late 2013, the LTS prompted a campaign"),
        (ARTICLE, "History", 13, "In 2014 were participants in the movement"),
        (REPORT, None, 1, "A spirit of optimistic internationalism"),
        (REPORT, None, 2, "POS members from throughout Mexico"),
        (REPORT, None, 3, "Oscar Castro with Argentina’s"),
        (REPORT, "Overview of the international situation", 1, "POS opened the Congress"),
        (REPORT, "Overview of the international situation", 2, "An exchange ensued"),
        (REPORT, "Addressing sexual abuse on the Left", 2, "POS and the other members of CRIR"),
        (REPORT, "Mexican politics today", 1, "Arturo Campos kicked off deliberations"),
        (REPORT, "Mexican politics today", 2, "Congress participants viewed the election"),
        (REPORT, "Unification of revolutionary forces", 1, "The meeting concluded on a high note"),
    ],
)
def test_a_paragraph_has_the_number_that_answers_cite(
    corpus: Corpus, document: str, section: str | None, number: int, opening: str
) -> None:
    assert paragraph(corpus, document, section, number).startswith(opening)


def test_the_sections_are_the_headings_of_the_texts(source: loader.Source) -> None:
    article, report, listing = source.documents
    assert [section.heading for section in article.sections] == ["History", "Electoral results"]
    assert len(listing.sections) == 12
    assert [section.heading for section in report.sections] == [
        "Overview of the international situation",
        "Addressing sexual abuse on the Left",
        "Mexican politics today",
        "Unification of revolutionary forces",
    ]


def test_an_infobox_value_is_a_passage_of_its_own(corpus: Corpus) -> None:
    foundation = labelled(corpus, ARTICLE, PassageKind.FIELD, "Foundation")
    assert text_of(corpus, foundation) == "Foundation: 1988 (as LTS, later ) , 2014 (as )"
    assert text_of(corpus, foundation) == foundation.indexed
    assert (foundation.headings, foundation.paragraph) == ((), 0)


def test_a_field_keeps_a_value_that_holds_a_comma_whole(corpus: Corpus) -> None:
    wing = labelled(corpus, ARTICLE, PassageKind.FIELD, "Youth Wing")
    assert "Juventud Anticapitalista, Socialista y Revolucionaria (2012–2014)" in text_of(corpus, wing)
    assert wing.language == "en"


def test_every_field_of_the_infobox_is_found(corpus: Corpus) -> None:
    fields = [p for p in corpus.passages_of(ARTICLE) if p.kind is PassageKind.FIELD]
    assert len(fields) == 16
    assert fields[0].label == "title"
    assert fields[0].indexed == "Movimiento de los Trabajadores Socialistas, Socialist Workers' Movement"


def test_a_row_is_quoted_as_it_stands_and_retrieved_with_its_headers(corpus: Corpus) -> None:
    row = labelled(corpus, ARTICLE, PassageKind.ROW, "2016")
    assert text_of(corpus, row) == (
        "| 2016 | | Constituent Assembly of Mexico City "
        "| Formula 5 – Anticapitalists to the Constituent Assembly "
        "| Sergio Abraham Méndez Moissen | 10,720 | 0.51 | |"
    )
    assert row.indexed == (
        "Electoral results\nElection year: 2016; Municipality/District: Constituent Assembly of Mexico City; "
        "Formula: Formula 5 – Anticapitalists to the Constituent Assembly; "
        "Candidate: Sergio Abraham Méndez Moissen; "
        "Overall # of votes obtained: 10,720; % of votes obtained: 0.51"
    )


def test_the_seats_are_blank_in_every_row(corpus: Corpus) -> None:
    for year in ("2016", "2018"):
        seats = labelled(corpus, ARTICLE, PassageKind.ROW, year).cells[-1]
        assert seats.header == "Seats"
        assert seats.start == seats.end


def test_an_item_is_its_headline_and_teaser_under_that_headline(corpus: Corpus) -> None:
    headline = "Death of Migrants in Ciudad Juárez, Mexico: Capitalism and Its Representatives to Blame"
    third = corpus.passages_of(LISTING)[2]
    assert (3, headline, PassageKind.ITEM) == (third.paragraph, third.section, third.kind)
    assert third.indexed == text_of(corpus, third)
    assert third.indexed.startswith(f"{headline}\n\nOn March 27, ")
    assert third.indexed.endswith("left in critical condition.")


def test_one_item_of_the_listing_is_spanish(corpus: Corpus) -> None:
    assert [item.paragraph for item in corpus.passages_of(LISTING) if item.language == "es"] == [2]
    assert list(range(1, 13)) == [item.paragraph for item in corpus.passages_of(LISTING)]


def test_what_the_web_page_added_to_the_report_is_kept_and_not_retrieved(corpus: Corpus) -> None:
    hidden = [text_of(corpus, p) for p in corpus.passages_of(REPORT) if not p.retrieved]
    assert hidden == [
        "Partido Obrero Socialista meets in Mexico City",
        "Share with your friends",
        "Overview of the international situation.",
        "Addressing sexual abuse on the Left.",
        "Mexican politics today.",
        "Unification of revolutionary forces.",
        "Get in touch with CRIR via",
        "Share with your friends",
    ]


def test_the_reports_byline_caption_and_footer_are_labelled(corpus: Corpus) -> None:
    found = {
        p.label: (p.paragraph, p.headings, text_of(corpus, p).split()[0])
        for p in corpus.passages_of(REPORT)
        if p.label and p.retrieved
    }
    assert found == {
        "byline": (0, (), "Committee"),
        "caption": (0, (), "POS"),
        "footer": (1, (), "The"),
    }


def test_everything_but_the_spanish_item_is_english(corpus: Corpus) -> None:
    assert sum(passage.language == "es" for passage in corpus.passages) == 1


def test_passage_ids_are_distinct(corpus: Corpus) -> None:
    assert len(corpus.passages) == len({passage.id for passage in corpus.passages})
