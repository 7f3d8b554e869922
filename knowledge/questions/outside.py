"""What is not asked of the documents at all: greetings, small talk, sums, instructions to the bot.

Patterns are matched against the folded text; a line break in one and its indent count for nothing.
"""

from __future__ import annotations

import re

from knowledge.models import AnswerKind

IS = r"(?:is|was|are|were)"
_GREETING = r"""
    ^\W*(?:(?:hi|hiya|hello|hey|morning|good (?:morning|afternoon|evening|night)|gm|gn|thanks|thank you|
    thx|ty|bye|lol|ok|okay|cool|nice|great|
    hola|buenas|buenos dias|buenas (?:tardes|noches)|(?:muchas |mil )?gracias|adios|chao|vale|genial|
    perfecto)\b\W*)+
    (?:(?:bot|fuentes|all|everyone|friends?|so much|a lot|(?:that|this) helps?|
    todos|amigos?|a todos|mucho|por todo)\b\W*)*$
    |^\W*(?:j[aj]{3,}|h[ah]{3,}|lol|lmao|xd)\b(?!.*\?)"""
_OUTSIDE: tuple[tuple[AnswerKind, str], ...] = (
    (
        AnswerKind.INSTRUCTION,
        r"""
        (?:^|[.!?,;:])\W*(?:(?:and|now|please|just|y|ahora|por favor|solo)\W+)*
        (?:ignore|forget|disregard|olvida|olvidate|ignora)\b.*
        \b(?:documents?|instructions?|rules?|prompt|sources?|fuentes?|reglas?|instrucciones|documentos?|
        texto)\b
        |^(?:write|rewrite|compose|draw|sing|pretend|act (?:as|like)|translate|imagine|generate|
        code an?|roleplay|
        invent|recommend|print (?:me|out|your|the)|reveal|repeat|summari[sz]e your|make (?:me|up)|guess|
        (?:re)?escrib[ea](?:me|nos)?|redacta(?:me)?|dibuja(?:me)?|canta(?:me)?|finge|actua|traduce(?:me)?|
        imagina(?:te)?|genera(?:me)?|inventa(?:te|me)?|programa(?:me)? una?|recomienda(?:me)?|hazme|adivina|
        responde como|muestrame tu|dame tu|repite)\b
        |\bsystem prompt\b|\byour (?:system )?(?:instructions|prompt|rules)\b
        |\btus (?:instrucciones|reglas)\b|\btu prompt\b""",
    ),
    (
        AnswerKind.SMALL_TALK,
        rf"""
        ^(?:how are you|how'? ?i?s it going|what'?s up|wassup|
        como estas|como te va|que tal|que onda|que haces|que cuentas)
        (?: (?:doing|today|bot|all|everyone|estas|todo|hoy|por aqui|amigos?)){{0,2}}\W*$
        |\b(?:who|what) (?:made|created|built|programmed|are) you\b|\bwho {IS} your (?:maker|creator)\b
        |^what (?:can|do) you (?:do|know|answer)\b(?: for me| here)?\W*$
        |^how do you work\W*$|^(?:help|ayuda)(?: me)?\W*$
        |^que (?:sabes|puedes) (?:hacer|contestar|responder)\b\W*$|^como funcionas\W*$
        |^are you (?:an? )?(?:bot|human|robot|ai|real|alive|person|there|ok)\b
        |\b(?:quien eres|quien te (?:hizo|creo|programo)|
        eres (?:una? )?(?:bot|humano|robot|ia|persona|real))\b
        |^[\d\s.,()]*\d\s*[+*/×÷=x^][\d\s.,()+*/×÷=x^?-]*$
        |\b(?:what'?s|what is|how much is|calculate|solve|cuanto (?:es|son|da)|calcula|resuelve)\W+\d[\d.,]*\W*
        (?:[+*/×÷x^-]|plus|minus|times|divided by|mas|menos|por|entre|dividido)\W*\d
        |\b(?:tell me a joke|i love you|marry me|wish me luck|your (?:favou?rite|name|opinion|day)|
        do you (?:like|think|feel|love)|(?:good|great|bad|stupid|smart|best) bot|
        cuentame un chiste|te quiero|deseame suerte|tu (?:color|comida|opinion|nombre|dia)|como te llamas|
        te gusta|(?:buen|mal) bot)\b""",
    ),
)
"""What is not asked of the documents at all."""


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that is written over several lines."""
    return re.compile(re.sub(r"\n *", "", pattern))


_GREETS = compiled(_GREETING)
_PATTERNS = tuple((kind, compiled(pattern)) for kind, pattern in _OUTSIDE)


def greets(folded: str) -> bool:
    """Tell whether a text only greets, thanks or laughs."""
    return _GREETS.search(folded) is not None


def recognise_outside(question: str) -> AnswerKind | None:
    """Name what a folded text is that asks nothing of the documents, or None."""
    return next((kind for kind, pattern in _PATTERNS if pattern.search(question)), None)
