from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.corpus import Corpus
from knowledge.documents import markdown, passages
from knowledge.models import Document, Passage

TEXT = "# Title\n\nFirst paragraph.\n\n## Past\n\nSecond one.\n\n- item\n\n| Year | Seats |\n| 2016 | 3 |\n"
OTHER = "Another text.\n\nIts end."


def corpus_of(**texts: str) -> Corpus:
    documents = [
        Document(
            id=name,
            file=f"{name}.md",
            title=name.upper(),
            text=text,
            byline="Ana",
            publisher="P",
            licence="L",
            url="U",
            date="D",
        )
        for name, text in texts.items()
    ]
    found = [p for d in documents for p in passages.build(d, markdown.parse(d.text).blocks)]
    return Corpus(documents, found)


@pytest.fixture
def corpus() -> Corpus:
    return corpus_of(a=TEXT, b=OTHER)


def quotes(corpus: Corpus, *found: Passage | None) -> list[str | None]:
    return [corpus.cite(p.document, p.start, p.end).quote if p else None for p in found]


def test_documents_and_passages_are_found_by_id(corpus: Corpus) -> None:
    assert [d.id for d in corpus.documents] == ["a", "b"]
    assert corpus.document("a") is corpus.documents[0]
    for passage in corpus.passages:
        assert corpus.passage(passage.id) is passage


def test_what_is_unknown_is_none(corpus: Corpus) -> None:
    assert corpus.document("c") is None
    assert corpus.passage("c") is None
    assert corpus.passage_at("c", 0) is None
    assert corpus.passages_of("c") == ()
    assert corpus.neighbours("c") == (None, None)


def test_the_passages_of_a_document_stand_in_reading_order(corpus: Corpus) -> None:
    assert quotes(corpus, *corpus.passages_of("b")) == ["Another text.", "Its end."]
    shuffled = Corpus(corpus.documents, reversed(corpus.passages))
    assert corpus.passages == shuffled.passages


def test_a_document_without_passages_has_none() -> None:
    empty = Corpus([Document(id="a", file="a.txt", title="A", text=" ")], [])
    assert empty.passages_of("a") == ()
    assert empty.passage_at("a", 0) is None


def test_neighbours_are_what_a_reader_turns_to(corpus: Corpus) -> None:
    second = corpus.passage_at("a", TEXT.index("Second"))
    assert second is not None
    assert quotes(corpus, *corpus.neighbours(second.id)) == ["First paragraph.", "item"]


def test_a_passage_that_is_kept_only_has_neighbours_too(corpus: Corpus) -> None:
    heading = corpus.passage_at("a", TEXT.index("## Past"))
    assert heading is not None
    assert quotes(corpus, *corpus.neighbours(heading.id)) == ["First paragraph.", "Second one."]


def test_neighbours_end_with_the_document(corpus: Corpus) -> None:
    first, last = corpus.passages_of("b")
    assert quotes(corpus, *corpus.neighbours(first.id)) == [None, "Its end."]
    assert quotes(corpus, *corpus.neighbours(last.id)) == ["Another text.", None]
    row = corpus.passages_of("a")[-1]
    assert corpus.neighbours(row.id)[1] is None


@given(st.integers(-5, len(TEXT) + 5))
def test_a_place_belongs_to_the_passage_that_holds_it(offset: int) -> None:
    corpus = corpus_of(z=OTHER, a=TEXT)
    found = corpus.passage_at("a", offset)
    holding = [p for p in corpus.passages_of("a") if p.start <= offset < p.end]
    assert ([found] if found else []) == holding


def test_a_citation_names_its_place_and_its_document(corpus: Corpus) -> None:
    start = TEXT.index("Second")
    citation = corpus.cite("a", start, start + len("Second one."))
    passage = corpus.passage(citation.passage)
    assert passage is not None
    assert (
        citation.quote,
        citation.section,
        citation.paragraph,
        citation.kind,
        citation.label,
    ) == ("Second one.", "Past", 1, "paragraph", None)
    assert ("a", "A", "Ana", "P", "L", "U", "D", passage.language) == (
        citation.document,
        citation.title,
        citation.byline,
        citation.publisher,
        citation.licence,
        citation.url,
        citation.date,
        citation.language,
    )


def test_a_row_is_cited_by_its_label(corpus: Corpus) -> None:
    start = TEXT.index("| 2016")
    citation = corpus.cite("a", start, start + len("| 2016 | 3 |"))
    assert (citation.label, citation.kind, citation.paragraph) == ("2016", "row", 0)


def test_answer_spans_are_given_in_the_document_and_kept_in_the_quote(corpus: Corpus) -> None:
    start = TEXT.index("Second")
    place = TEXT.index("one")
    citation = corpus.cite("a", start, start + 11, [(place, place + 3)])
    assert citation.answer == ((7, 10),)
    assert citation.quote[7:10] == "one"


@given(st.integers(0, len(TEXT) + 2), st.integers(0, len(TEXT) + 2))
def test_a_quote_is_the_document_there_or_refused(start: int, end: int) -> None:
    corpus = corpus_of(a=TEXT)
    lies_in_one = any(p.start <= start < end <= p.end for p in corpus.passages)
    if lies_in_one:
        assert TEXT[start:end] == corpus.cite("a", start, end).quote
    else:
        with pytest.raises(ValueError, match="no passage"):
            corpus.cite("a", start, end)


def test_an_unknown_document_is_refused(corpus: Corpus) -> None:
    with pytest.raises(ValueError, match="no passage"):
        corpus.cite("c", 0, 1)


def test_an_answer_outside_the_quote_is_refused(corpus: Corpus) -> None:
    start = TEXT.index("Second")
    with pytest.raises(ValueError, match="inside its quote"):
        corpus.cite("a", start, start + 6, [(start + 4, start + 9)])


def test_passages_that_share_an_id_are_told_apart() -> None:
    original = corpus_of(a=TEXT, b=OTHER)
    first, *rest = original.passages
    clashing = Corpus(original.documents, [first, *(p.model_copy(update={"id": first.id}) for p in rest)])
    assert len(clashing.passages) == len({p.id for p in clashing.passages})
    assert [p.start for p in original.passages] == [p.start for p in clashing.passages]
    for passage in clashing.passages:
        assert clashing.passage(passage.id) is passage


def test_passages_do_not_overlap(corpus: Corpus) -> None:
    for earlier, later in pairwise(corpus.passages_of("a")):
        assert earlier.end <= later.start
