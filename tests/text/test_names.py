"""Names of a corpus are found in text as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.names import Name, NameMatcher

MATCHER = NameMatcher(
    [
        Name("Socialist Workers Movement", "mts"),
        Name("MTS", "mts"),
        Name("LTS", "lts"),
        Name("LTS-CC", "lts-cc"),
        Name("Socialist Workers' Party", "swp"),
        Name("POS", "pos"),
        Name("United Nations", "un"),
        Name("UN", "un"),
        Name("US", "us"),
        Name("U.S.", "us"),
        Name("Andrés Manuel López Obrador", "amlo", person=True),
        Name("AMLO", "amlo", person=True),
        Name("Sergio Moissen", "moissen", person=True),
        Name("Sulem Estrada", "estrada", person=True),
        Name("Sergio de la Mora", "mora", person=True),
        Name("La Izquierda Diario", "lid"),
        Name("Armas de la Crítica", "armas"),
        Name("…", "nothing"),
    ]
)


def found(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(mention.name, mention.entities) for mention in MATCHER.find(text)]


def bearers(text: str) -> list[str]:
    return [entity for _, entities in found(text) for entity in entities]


class TestFind:
    @pytest.mark.parametrize(
        "text",
        [
            "Armas de la Crítica",
            "armas de la critica",
            "ARMAS DE LA CRÍTICA",
            "¿Armas  de\nla Cri\u0301tica?",
        ],
    )
    def test_does_not_mind_case_accents_or_spacing(self, text: str) -> None:
        assert bearers(text) == ["armas"]

    def test_takes_the_longest_name(self) -> None:
        assert found("Is the LTS-CC the LTS?") == [("LTS-CC", ("lts-cc",)), ("LTS", ("lts",))]

    @pytest.mark.parametrize("text", ["AMLO’s march", "AMLO's march", "the Socialist Workers Party"])
    def test_does_not_mind_an_apostrophe(self, text: str) -> None:
        assert len(found(text)) == 1

    @pytest.mark.parametrize("text", ["Obrador won", "López won", "obrador", "lopez obrador"])
    def test_reads_a_part_of_a_persons_name_as_the_person(self, text: str) -> None:
        assert set(bearers(text)) == {"amlo"}

    def test_gives_every_bearer_of_a_shared_name(self) -> None:
        assert found("Who is Sergio?") == [("Sergio", ("moissen", "mora"))]

    @pytest.mark.parametrize("text", ["Workers", "movement", "la", "mora de la"])
    def test_reads_no_other_part_of_a_name_as_its_bearer(self, text: str) -> None:
        assert not {"mts", "lid", "armas"} & set(bearers(text))

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("the UN left", ["un"]),
            ("un partido", []),
            ("tell us", []),
            ("the US", ["us"]),
            ("the U.S. left", ["us"]),
        ],
    )
    def test_reads_a_function_word_as_a_name_only_in_capitals(self, text: str, expected: list[str]) -> None:
        assert bearers(text) == expected

    @pytest.mark.parametrize("text", ["", "…", "nobody here", "LTSX", "Alts"])
    def test_finds_nothing_where_no_name_stands(self, text: str) -> None:
        assert found(text) == []

    def test_finds_nothing_without_names(self) -> None:
        assert NameMatcher([]).find("The LTS") == ()

    @given(st.lists(st.sampled_from(["LTS", "LTS-CC", "Sergio", "UN", "us", "the", ",", "Moissen"])).map(" ".join))
    def test_gives_spans_of_the_text_in_order(self, text: str) -> None:
        mentions = MATCHER.find(text)
        assert all(text[m.start : m.end] == m.name for m in mentions)
        places = [place for m in mentions for place in (m.start, m.end)]
        assert places == sorted(places)

    @given(st.text())
    def test_takes_any_text(self, text: str) -> None:
        assert all(mention.entities for mention in MATCHER.find(text))


class TestBearers:
    def test_are_those_of_exactly_this_name(self) -> None:
        assert MATCHER.bearers("socialist workers MOVEMENT") == ("mts",)
        assert MATCHER.bearers("the Socialist Workers Movement") == ()

    def test_of_nothing_are_none(self) -> None:
        assert MATCHER.bearers("") == ()


class TestNearest:
    @pytest.mark.parametrize(
        ("typed", "name", "distance"),
        [
            ("Moisen", "Moissen", 1),
            ("sulem estarda", "Sulem Estrada", 1),
            ("Sulm Estarda", "Sulem Estrada", 2),
            ("Armas de la Critca", "Armas de la Crítica", 1),
            ("Moissen", "Moissen", 0),
        ],
    )
    def test_name_comes_first_with_its_distance_in_letters(self, typed: str, name: str, distance: int) -> None:
        assert MATCHER.nearest(typed)[0] == (name, distance)

    @pytest.mark.parametrize("typed", ["LTX", "MTX", "", "…", "Bakunin", "Mossien"])
    def test_of_a_short_or_strange_word_is_none(self, typed: str) -> None:
        assert MATCHER.nearest(typed) == []

    def test_are_at_most_the_limit(self) -> None:
        assert len(MATCHER.nearest("Sergio Moisen", limit=1)) == 1


class TestComplete:
    def test_puts_names_that_begin_so_before_names_that_hold_it(self) -> None:
        assert MATCHER.complete("lts") == ("LTS", "LTS-CC")
        assert MATCHER.complete("sulem e") == ("Sulem Estrada",)
        assert MATCHER.complete("sergio") == ("Sergio", "Sergio de la Mora", "Sergio Moissen")

    def test_lists_one_name_of_each_bearer_the_one_that_fits_best(self) -> None:
        assert MATCHER.complete("estr") == ("Estrada",)
        assert MATCHER.complete("u") == ("United Nations", "US")
        assert MATCHER.complete("un") == ("United Nations",)
        assert [name for name in MATCHER.complete("") if name in {"MTS", "Socialist Workers Movement"}] == [
            "Socialist Workers Movement"
        ]

    def test_looks_inside_words_from_three_letters_on(self) -> None:
        assert "La Izquierda Diario" in MATCHER.complete("quier")
        assert MATCHER.complete("qu") == ()

    def test_gives_near_misses_where_nothing_holds_it(self) -> None:
        assert "Moissen" in MATCHER.complete("Moisen")

    def test_of_nothing_lists_names_up_to_the_limit(self) -> None:
        assert len(MATCHER.complete("", limit=5)) == 5

    @given(st.text(max_size=20))
    def test_takes_any_prefix(self, prefix: str) -> None:
        completed = MATCHER.complete(prefix)
        assert len(set(completed)) == len(completed) <= 25
