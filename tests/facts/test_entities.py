from __future__ import annotations

from knowledge.facts import store
from knowledge.facts.entities import Entities, key, kind_of
from knowledge.models import Alias, Citation, Entity, EntityKind, Language
from tests.facts.corpora import PARTY, corpus_of, party

CURATED = Entity(
    id="pos",
    kind=EntityKind.ORGANISATION,
    name="Partido Obrero Socialista",
    acronym="POS",
    aliases=(Alias(name="Worker Socialist Party"),),
)


def cited(document: str) -> Citation:
    start = PARTY.index("It was formed")
    return corpus_of("en", **{document: PARTY}).cite(document, start, start + 12)


def with_red_party() -> Entities:
    entities = Entities()
    entities.add([("Red Party", "en")], acronym="RP", citation=cited("party"))
    return entities


def test_a_curated_entity_wins_by_name_and_is_not_changed() -> None:
    entities = Entities([CURATED])
    assert entities.add([("worker socialist party", None), ("Other", None)], acronym="WSP") == "pos"
    assert entities.all() == (CURATED,)


def test_a_curated_entity_wins_by_acronym() -> None:
    assert Entities([CURATED]).add([("Some Other Party", None)], acronym="POS") == "pos"


def test_names_that_meet_become_one_entity() -> None:
    entities = Entities()
    first = entities.add([("Red Party", "en")])
    assert first == entities.add([("Red Party", "en"), ("Partido Rojo", "es")], acronym="PR")
    [entity] = entities.all()
    assert (entity.acronym, [alias.name for alias in entity.aliases]) == ("PR", ["Partido Rojo"])


def test_a_second_acronym_becomes_an_alias() -> None:
    entities = Entities()
    entities.add([("Red Party", None)], acronym="RP")
    entities.add([("Red Party", None)], acronym="RPX")
    assert [alias.name for alias in entities.all()[0].aliases] == ["RPX"]


def test_one_acronym_in_one_document_is_one_entity() -> None:
    names: list[tuple[str, Language | None]] = [("Partido Rojo", "es")]
    assert with_red_party().add(names, acronym="RP", citation=cited("party")) == "rp"


def test_one_acronym_in_two_documents_stays_two_entities() -> None:
    entities = with_red_party()
    assert entities.add([("Reserve Police", "en")], acronym="RP", citation=cited("other")) == "rp_2"
    assert entities.named("RP") is None


def test_a_key_knows_no_case_accent_hyphen_or_possessive() -> None:
    assert key("Marxists’ Círculo-Norte") == key("MARXISTS' circulo norte")


def test_an_infobox_tells_what_its_subject_is() -> None:
    assert kind_of(["born"]) is EntityKind.PERSON
    assert kind_of(["population"]) is EntityKind.PLACE
    assert kind_of(["author"]) is EntityKind.PUBLICATION
    assert kind_of(["newspaper"]) is EntityKind.ORGANISATION


def test_the_subject_has_the_names_of_title_infobox_and_acronym() -> None:
    facts = party()
    subject = facts.entity(facts.subject("party") or "")
    assert subject is not None
    assert (subject.name, subject.acronym) == ("Red Party", "PR")
    assert "Partido Rojo" in [alias.name for alias in subject.aliases]


def test_a_document_without_infobox_has_no_subject_of_its_own() -> None:
    assert party().subject("report") is None


def test_an_acronym_explained_in_a_field_cites_the_field() -> None:
    facts = store.read(
        corpus_of(club="= Club =\n\nClub\n- Paper: Red Town Journal (RTJ), News\n\nIt is a club.\n"),
        None,
    )
    entity = facts.entity("rtj")
    assert entity is not None
    assert entity.name == "Red Town Journal"


def test_an_acronym_explained_in_running_text_names_an_entity_with_its_sentence() -> None:
    entity = party().entity("lr")
    assert entity is not None
    assert (entity.kind, entity.name) == (EntityKind.ORGANISATION, "Red League")
    [alias] = entity.aliases
    assert alias.name == "Liga Roja"
    assert alias.citation is not None
    assert alias.citation.quote.startswith("It was formed in 2014")
