"""Small corpora and questions for the tests of this folder."""

from __future__ import annotations

from itertools import count

from hypothesis import strategies as st

from knowledge.models import AnswerKind, Language, Passage, PassageKind, Query

_SENTENCES: tuple[tuple[Language, str], ...] = (
    ("en", "The student group Contracorriente was formed in 1997 by students of the LTS."),
    ("en", "The LTS edited the newspaper Estrategia Obrera until 2014."),
    ("en", "They obtained 10,720 votes in the election of the Constituent Assembly of Mexico City."),
    ("en", "Workers took part in the strike of the electricians' union."),
    ("en", "The congress met in Mexico City on the first weekend of August."),
    ("es", "Una catástrofe humanitaria ocurrió en un centro de detención en Ciudad Juárez."),
    ("es", "La revolución mexicana fue una lucha de obreros y campesinos."),
    ("es", "El año pasado se publicó el periódico en español."),
)


def passage(text: str, language: Language = "en", *, number: int = 0, retrieved: bool = True) -> Passage:
    """Make a passage of a text."""
    return Passage(
        id=f"{number:010}",
        document="a-document",
        kind=PassageKind.PARAGRAPH,
        start=0,
        end=len(text),
        language=language,
        indexed=text,
        retrieved=retrieved,
    )


def question(text: str, language: Language = "en") -> Query:
    """Make the query of a question that nothing is known about."""
    return Query(text=text, reading=text, language=language, kind=AnswerKind.NONE)


PASSAGES = tuple(
    passage(text, language, number=number) for number, (language, text) in zip(count(), _SENTENCES, strict=False)
)
WORDS = "strike union votes congress México LTS huelga periódico obreros the of 1997 10,720".split()
texts = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
_LANGUAGES: tuple[Language, ...] = ("en", "es")
languages = st.sampled_from(_LANGUAGES)


@st.composite
def corpora(draw: st.DrawFn) -> tuple[Passage, ...]:
    """Draw a few passages, some of them empty, some of stop words, some never found."""
    drawn = draw(st.lists(st.tuples(texts, languages, st.booleans()), max_size=6))
    return tuple(
        passage(text, language, number=number, retrieved=retrieved)
        for number, (text, language, retrieved) in enumerate(drawn)
    )


questions = st.builds(question, texts, languages)
