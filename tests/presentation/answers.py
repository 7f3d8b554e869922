"""Answers to the questions of a study group, as the assistant would give them."""

from __future__ import annotations

from knowledge.models import (
    Answer,
    Candidate,
    Gap,
    GapKind,
    Note,
    NoteKind,
    Outcome,
    PassageKind,
    StatedEvent,
    StatementKind,
    Subject,
    Topic,
)
from tests.presentation.making import LISTING, REPORT, WIKI, answered, cite, nothing, said, told
from tests.presentation.results import RESULT_2016, ROW_2016, result


def founding() -> Answer:
    """Answer "When was the LTS founded?" (number 11)."""
    history = cite(
        WIKI,
        "Its origins date back to 1988 when a section of the Worker Socialist Party (POS, "
        "then called Zapatist "
        'Workers Party) was expelled in January of that year. The expelled group formed the "Trotskyist '
        'Revolutionary Fraction", then adopting the name League of Workers for Socialism (LTS).',
        "1988",
        section="History",
        paragraph=1,
    )
    infobox = cite(WIKI, "Foundation: 1988 (as LTS, later ) , 2014 (as )", kind=PassageKind.FIELD, label="Foundation")
    return answered(
        (history, infobox),
        (said(history, 0), said(infobox, 1)),
        notes=(Note(kind=NoteKind.TEXT_LOST, citation=1),),
        topic=Topic(entities=("mts",), attribute="founded"),
    )


def newspaper() -> Answer:
    """Answer "¿Qué periódico tenía el MTS en 2015?" (number 12)."""
    field = cite(
        WIKI,
        "Newspaper: Estrategia Obrera (1997–2014) , Tribuna Socialista (2014–2015) , La Izquierda Diario (2015–)",
        "Tribuna Socialista (2014–2015)",
        "La Izquierda Diario (2015–)",
        kind=PassageKind.FIELD,
        label="Newspaper",
    )
    prose = cite(
        WIKI,
        "Since 2015, the MTS prompted a new media, La Izquierda Diario, as part of an "
        "international network of "
        "digital newspapers.",
        "La Izquierda Diario",
        section="History",
        paragraph=13,
    )
    lead = "Periódico, 2015: Tribuna Socialista (2014–2015) y La Izquierda Diario (2015–)"
    first = told("Periódico", "Tribuna Socialista (2014–2015)", 0).model_copy(update={"text": lead})
    return answered((field, prose), (first, said(prose, 1)), language="es")


def migrants() -> Answer:
    """Answer "cuantos migrantes murieron en ciudad juarez" (number 13)."""
    english = cite(
        LISTING,
        "On March 27, a humanitarian catastrophe occurred at a migration detention center in "
        "Ciudad Juárez, which "
        "resulted in around 40 deaths and more than 20 people being left in critical condition.",
        "around 40 deaths",
        kind=PassageKind.ITEM,
        section="Death of Migrants in Ciudad Juárez, Mexico: Capitalism and Its Representatives to Blame",
        paragraph=3,
    )
    spanish = cite(
        LISTING,
        "Al momento de escribir este artículo se habla de […]",
        kind=PassageKind.ITEM,
        section="La muerte de Migrantes en Chihuahua: El culpable es el capitalismo y sus representantes",
        paragraph=2,
        language="es",
    )
    return answered(
        (english, spanish),
        (said(english, 0), said(spanish, 1)),
        language="es",
        notes=(Note(kind=NoteKind.TEXT_BREAKS_OFF, citation=1), Note(kind=NoteKind.NO_YEAR)),
    )


def opinion() -> Answer:
    """Answer "What does the POS think of López Obrador?" (number 17)."""
    first = cite(
        REPORT,
        "The general consensus was that the election of Andrés Manuel López Obrador as "
        "president of Mexico was not "
        "going to be a solution to the problems facing workers and the poor.",
        "not going to be a solution to the problems facing workers and the poor",
        section="Mexican politics today",
        paragraph=1,
    )
    second = cite(
        REPORT,
        "Congress participants viewed the election as a massive rejection of the three major "
        "capitalist parties "
        "that have ruled the country in the past.",
        section="Mexican politics today",
        paragraph=2,
    )
    speaker = "CRIR's report of the 19th POS congress says"
    return answered((first, second), (said(first, 0, speaker=speaker), said(second, 1)))


def merger() -> Answer:
    """Answer "When did the POS and the LUS merge?" (number 20)."""
    hopes = cite(
        REPORT,
        "Hopes are that this will lead to fusion between the two groups in a new, stronger organization.",
        "fusion",
        section="Unification of revolutionary forces",
        paragraph=1,
    )
    return nothing(
        "When did the POS and the LUS merge?",
        "en",
        Gap(kind=GapKind.RELATION, value="merge"),
        outcome=Outcome.RELATED,
        statements=(said(hopes, 0, kind=StatementKind.RELATED),),
        citations=(hopes,),
        suggestions=("POS",),
    )


def card_mts() -> Answer:
    """Answer `whois MTS` (number 2), shortened."""
    opening = cite(
        WIKI,
        "The Socialist Workers Movement (MTS) is a far-left Mexican National Political Association.",
        "a far-left Mexican National Political Association",
        paragraph=1,
    )
    title = cite(
        WIKI,
        "Movimiento de los Trabajadores Socialistas, Socialist Workers' Movement",
        kind=PassageKind.FIELD,
        label="title",
    )
    newspapers = newspaper().citations[0].model_copy(update={"answer": ()})
    row = cite(WIKI, ROW_2016, kind=PassageKind.ROW, section="Electoral results", label="2016")
    wing = cite(WIKI, "Womens Wing: Pan y Rosas", kind=PassageKind.FIELD, label="Womens Wing")
    statements = (
        said(opening, 0),
        told("Names", "Movimiento de los Trabajadores Socialistas", 1, attribute="name"),
        told("Newspaper", "La Izquierda Diario (2015–)", 2, start="2015"),
        told("Newspaper", "Tribuna Socialista (2014–2015)", 2, start="2014", end="2015"),
        told("Women's wing", "Pan y Rosas", 4, start="2010"),
        result(3, RESULT_2016),
    )
    subject = Subject(id="mts", name="MTS")
    return answered((opening, title, newspapers, row, wing), statements, subject=subject)


def card_campos() -> Answer:
    """Answer `whois Campos` (number 18)."""
    arturo = cite(
        REPORT,
        "Campos is a respected indigenous self-defense organizer with Coordinatora Regional de Autoridades "
        "Comunitarias (CRAC).",
        paragraph=2,
    )
    karen = cite(
        LISTING,
        "Our Mexican comrade Karen Campos (organizer with La Izquierda Socialista) speaks at "
        "our online Marxist "
        "School on the struggle against femicides and gender violence in Mexico.",
        kind=PassageKind.ITEM,
        section="[Video] ¡Ni Una Menos! The Struggle Against Femicides in Mexico",
        paragraph=10,
    )
    statements = (
        said(arturo, 0, heading="Arturo Campos"),
        said(karen, 1, heading="Karen Campos", text="organizer with La Izquierda Socialista"),
    )
    candidates = (Candidate(id="arturo", name="Arturo Campos"), Candidate(id="karen", name="Karen Campos"))
    return answered((arturo, karen), statements, question="Campos", candidates=candidates)


def timeline() -> Answer:
    """Answer `timeline MTS`: eleven clauses with a year and one without."""
    sentence = cite(
        WIKI,
        "In May 2014, the INE granted them legality and the LTS renamed itself as MTS.",
        section="History",
        paragraph=12,
    )
    congress = cite(
        LISTING,
        "Last week, 20-year-old Alexis went missing in Cancún.",
        kind=PassageKind.ITEM,
        section="Femicides in Mexico: Justice for Alexis!",
        paragraph=11,
    )
    clause = "the INE granted them legality and the LTS renamed itself as MTS"
    events = [
        said(sentence, 0, text=clause, event=StatedEvent(date=f"May {year}", year=year)) for year in range(2004, 2015)
    ]
    undated = said(
        congress,
        1,
        text="Last week, 20-year-old Alexis went missing in Cancún",
        event=StatedEvent(date="Last week"),
    )
    return answered(
        (sentence, congress),
        (*events, undated),
        subject=Subject(id="mts", name="MTS"),
        notes=(Note(kind=NoteKind.RELATIVE_DATE, citation=1),),
    )
