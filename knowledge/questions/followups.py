"""A follow-up takes from the exchange before what it leaves out."""

from __future__ import annotations

import re
from collections.abc import Callable

from knowledge.models import AnswerKind, Language, Query, Topic
from knowledge.text.normalise import fold, words_of

_LEANS = re.compile(
    r"^\W*(?:and|but|so|also|then|what about|how about|y|e|pero|entonces|tambien|que hay de|que tal)\b"
    r"|\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|that|there|then|those|these|este|esta|eso|esa|ese|"
    r"ellos|ellas|ella|su|sus|alli|ahi|entonces|le|les|same|mismo|misma|one|ones)\b"
)
_NOW = frozenset(
    "now nowadays current currently today present ahora actual actuales actualmente hoy presente vigente".split()
)
"""Words that ask for what holds today of what was asked of other years."""
_SHORT = 4
"""A question of so few words that names nobody leans on the exchange before."""


def inherit(query: Query, topic: Topic | None, label: Callable[[str, Language], str]) -> Query:
    """Give a query the names, years and attribute of the topic that it leaves out.

    `label` words an entity or attribute id for retrieval. A question that names somebody keeps its own names;
    one with neither leaning words nor brevity stands alone.
    """
    if topic is None or query.kind in (AnswerKind.SMALL_TALK, AnswerKind.INSTRUCTION):
        return query
    folded = fold(query.text)
    if not _LEANS.search(folded) and len(folded.split()) > _SHORT:
        return query
    named = bool(query.entities or query.ambiguous)
    now = not _NOW.isdisjoint(words_of(folded))
    bare = _NOW.issuperset(query.terms) and query.attribute is None
    entities = () if named else topic.entities
    years = topic.years if not (query.years or now) and (query.attribute is not None or bare) else ()
    attribute = topic.attribute if bare and query.kind is not AnswerKind.SHARE else None
    query = query.model_copy(update={"follows": topic.passage})
    if not entities and not years and attribute is None:
        return query
    inherited = [label(entity, query.language) for entity in entities]
    inherited += [str(year) for year in years]
    inherited += [label(attribute, query.language)] if attribute else []
    return query.model_copy(
        update={
            "entities": query.entities or tuple(entities),
            "names": query.names or tuple(label(entity, query.language) for entity in entities),
            "years": query.years or tuple(years),
            "attribute": query.attribute or attribute,
            "reading": " ".join([query.reading, *inherited]),
            "inherited": True,
        }
    )
