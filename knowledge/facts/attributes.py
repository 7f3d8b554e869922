"""What the keys of infobox fields mean: the curators' attributes, ordinary ones, else the key itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from knowledge.models import Attribute, Bilingual
from knowledge.text.normalise import fold, tokens

_NOT_A_WORD = re.compile(r"[^a-z0-9ñ]+")
_ORDINARY: tuple[tuple[str, str, str, int, str], ...] = (
    (
        "founded",
        "Founded",
        "Fundación",
        12,
        "foundation,founded,established,formation,fundacion,fundado,fundada",
    ),
    ("founded_by", "Founded by", "Fundada por", 14, "founder,founders,founded by,fundador,fundadores"),
    (
        "dissolved",
        "Dissolved",
        "Disolución",
        16,
        "dissolution,dissolved,defunct,disolucion,disuelto,disuelta",
    ),
    ("ideology", "Ideology", "Ideología", 20, "ideology,ideologia"),
    ("position", "Position", "Posición", 25, "position,political position,posicion,posicion politica"),
    ("leader", "Leader", "Dirigente", 28, "leader,president,chairman,lider,presidente,dirigente"),
    ("international", "International", "Internacional", 30, "international,internacional"),
    ("newspaper", "Newspaper", "Periódico", 40, "newspaper,periodico,diario"),
    ("youth_wing", "Youth wing", "Ala juvenil", 50, "youth wing,ala juvenil,juventudes"),
    ("womens_wing", "Women's wing", "Ala femenina", 60, "womens wing,women's wing,ala femenina"),
    ("think_tank", "Think tank", "Centro de estudios", 80, "think tank,centro de estudios"),
    ("headquarters", "Headquarters", "Sede", 90, "headquarters,hq,sede"),
    ("members", "Members", "Miembros", 91, "members,membership,miembros,afiliados,militancia"),
    ("country", "Country", "País", 92, "country,pais"),
    ("location", "Location", "Ubicación", 92, "location,place,ubicacion,lugar"),
    ("born", "Born", "Nacimiento", 11, "born,birth date,birth_date,nacimiento,fecha de nacimiento"),
    (
        "birthplace",
        "Place of birth",
        "Lugar de nacimiento",
        13,
        "birth place,birth_place,lugar de nacimiento",
    ),
    ("died", "Died", "Fallecimiento", 14, "died,death date,death_date,fallecimiento,muerte"),
    ("occupation", "Occupation", "Ocupación", 20, "occupation,profession,ocupacion,profesion"),
    ("nationality", "Nationality", "Nacionalidad", 30, "nationality,nacionalidad"),
    ("spouse", "Spouse", "Cónyuge", 50, "spouse,conyuge"),
    ("population", "Population", "Población", 20, "population,poblacion"),
    ("area", "Area", "Superficie", 30, "area,superficie"),
    ("capital", "Capital", "Capital", 15, "capital"),
    ("author", "Author", "Autor", 12, "author,authors,autor,autores"),
    ("publisher", "Publisher", "Editorial", 30, "publisher,editorial"),
    ("language", "Language", "Idioma", 40, "language,languages,idioma,idiomas"),
    ("website", "Website", "Sitio web", 95, "website,web,sitio web,pagina web"),
)
_DECORATIVE = frozenset(
    (
        "colorcode,colour code,color code,colours,colors,colour,color,colores,logo,logotipo,image,imagen,"
        "flag,bandera,caption,pie,image size,imagesize,map,mapa,signature,firma"
    ).split(",")
)
"""Keys of fields that only dress a page."""


class Attributes:
    """The attributes of one corpus: those that curators wrote, and those made for the fields it meets."""

    def __init__(self, curated: Iterable[Attribute] = (), fields: Mapping[str, str] | None = None) -> None:
        self._known = {attribute.id: attribute for attribute in curated}
        self._by_key = {_key(field): attribute for field, attribute in (fields or {}).items()}

    def known(self) -> Mapping[str, Attribute]:
        """Give every attribute by its id."""
        return MappingProxyType(dict(self._known))

    def curated_key(self, key: str) -> bool:
        """Tell whether curators said what a field's key means."""
        return _key(key) in self._by_key

    def of_field(self, key: str, name: str) -> Attribute:
        """Give the attribute of a field by its key, or by what another field names it (“Wing1 Title”)."""
        for written in (key, name):
            identifier = self._by_key.get(_key(written))
            if identifier is not None:
                return self._known[identifier]
        return self._made(name)

    def _made(self, name: str) -> Attribute:
        ordinary = _BY_KEY.get(_key(name))
        identifier = ordinary.id if ordinary else slug(name)
        if identifier not in self._known:
            label = Bilingual(en=name, es=name)
            decorative = _key(name) in _DECORATIVE
            self._known[identifier] = ordinary or Attribute(id=identifier, label=label, decorative=decorative)
        return self._known[identifier]


def slug(name: str) -> str:
    """Write a name as an id: small letters, figures and underscores."""
    return _NOT_A_WORD.sub("_", " ".join(fold(word) for word, *_ in tokens(name))).strip("_") or "x"


def _key(text: str) -> str:
    return " ".join(fold(word) for word, *_ in tokens(text.replace("_", " ")))


def _ordinary() -> dict[str, Attribute]:
    attributes: dict[str, Attribute] = {}
    for identifier, english, spanish, rank, keys in _ORDINARY:
        label = Bilingual(en=english, es=spanish)
        attribute = Attribute(id=identifier, label=label, words=tuple(keys.split(",")), rank=rank)
        attributes.update({_key(key): attribute for key in keys.split(",")})
    return attributes


_BY_KEY = _ordinary()
