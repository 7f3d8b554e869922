"""The kind of answer a question wants: tables of patterns for both languages.

Patterns are matched against the folded question (no case, no accents, ñ kept), behind what leads in to it.
Of several that match, the one that begins first decides, and of those that begin together the one that stands
first in the table: “what was the reaction when …” asks what, not when. An empty group `noun` stands where the
words begin from which the wanted noun is read. In a pattern, a line break and its indent count for nothing.
"""

from __future__ import annotations

import re

from knowledge.models import AnswerKind

_K = AnswerKind
_LEAD_IN = r"""
    ^\W*(?:(?:and|so|but|then|also|ok|okay|now|please|pls|hey|hi|hello|just|tell me(?! a\b)|
    i want to know|do you know|(?:can|could|would) you|
    y|e|pero|entonces|oye|hola|ahora|bueno|por favor|dime|quiero saber|sabes|
    (?:me )?(?:puedes|podrias)(?: decir(?:me)?)?)\b\W*)*"""
_CLAUSE = r"(?:^|(?<=[¿?.,;:!])|(?<=[?.,;:!] ))"
"""Where a Spanish “que” or “como” asks: in the middle of a clause it joins."""
_IS = r"(?:is|was|are|were)"
_WHAT_IS = rf"what(?:'?s| {_IS})"
_THE = r"(?:the|its|their|his|her)"
_ES = r"(?:es|era|fue|son|eran|fueron)"
_EL = r"(?:el|la|los|las|su|sus)"
_TEXTS = r"(?:documents?|docs|texts?|sources?|articles?|library|documentos?|textos?|fuentes?|articulos?)"
_QUE = r"(?:(?:a|en|de|con|contra|sobre|segun|durante|hasta|desde|para|por) )?(?:que|q|ke)"
_CUAL_ES = rf"(?:a |en |de )?cual(?:es)? {_ES} {_EL}"

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
        _K.INSTRUCTION,
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
        _K.SMALL_TALK,
        rf"""
        ^(?:how are you|how'? ?i?s it going|what'?s up|wassup|
        como estas|como te va|que tal|que onda|que haces|que cuentas)
        (?: (?:doing|today|bot|all|everyone|estas|todo|hoy|por aqui|amigos?)){{0,2}}\W*$
        |\b(?:who|what) (?:made|created|built|programmed|are) you\b|\bwho {_IS} your (?:maker|creator)\b
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
_ASKED: tuple[tuple[AnswerKind, str], ...] = (
    (
        _K.COMPARISON,  # wherever it compares, the whole question does; atomic groups keep it linear
        r"""
        ^(?:.*?\b(?:compar(?:e|es|ed|ing|ison)|compara(?:r|cion|me)?|versus|vs|differences? between|
        differ(?:s|ed)? (?:from|between)|diferencias? (?:hay )?entre)\b
        |(?>.*?\b(?:what|which|cual|que) (?:election|year|contest|time|eleccion|a[ñn]o|contienda|vez)\b).*
        \b(?:better|best|worse|worst|more|most|higher|highest|lower|lowest|fewer|fewest|less|least|
        mejor|peor|mas|menos)\b(?! (?:than|de)\b)
        |(?>.*?\b(?:what|which|who)\b)(?>.*?\b(?:better|worse|more|higher|lower|fewer|less|bigger|larger|
        smaller|older|first|earlier|later)\b).*\bor\b
        |(?>.*?\b(?:cual|quien|que)\b)(?>.*?\b(?:mejor|peor|mas|menos|mayor|menor|antes|primero|despues)\b)
        .*\bo\b
        |(?>.*?\b(?:better|worse|more|fewer|less|higher|lower|mejor|peor|mas|menos)\b)
        (?>.*?\b\d{4}\b)(?>.*?\b(?:or|than|o|que)\b).*\b\d{4}\b)""",
    ),
    (
        _K.MENTIONS,
        rf"""
        ^where (?:in the \w+ )?(?:do|does|did|{_IS}) .*\b(?:comes? up|mentioned|appears?|named|talked about|discussed)\b
        |^(?:what|which|what else) (?:(?:do|does|did) )?(?:the|your|these|all)? ?(?:three )?{_TEXTS}
        [ ](?:say|says|tell us|tell|have|mention|mentions|talk|talks|speak|discuss|name)\b
        |^(?:everything|all|anything)(?: (?:you have|there is|they say|that is said|you know|known))? (?:on|about)\b
        |^(?:(?:any|all|list|find) )*mentions? of\b
        |^(?:en )?donde (?:se )?(?:menciona|habla|nombra|aparece|sale|cita)\w*\b
        |^que (?:mas )?(?:dicen?|cuentan?|hay|mencionan?|aparece) (?:en )?(?:(?:los|las|el|la|tus) )?(?:tres )?{_TEXTS}
        |^todo (?:lo que (?:hay|dicen?|sabes|tienes|tengas|se dice) )?(?:sobre|acerca)\b
        |^(?:en )?que {_TEXTS} (?:se )?(?:menciona|habla|nombra|aparece|sale|cita)\w*\b""",
    ),
    (
        _K.SHARE,
        rf"""
        \b(?:{_WHAT_IS}|what|which|how many|how much|cuanto|cual|{_QUE}(?: tanto)?) (?:{_ES} )?
        (?:(?:{_THE}|{_EL}) )?(?:\w+ )?
        (?:percent(?:age)?|per cent|share|proportion|porcentaje|proporcion|por ciento|%)(?!\w)
        |\b(?:percentage|proportion|share of|porcentaje|por ciento|proporcion)\b""",
    ),
    (
        _K.WHEN,
        rf"""
        \b(?:(?:since |until |from )?(?:when|whens|wen)|how long ago)\b
        |\b(?:(?:in|on|at|from|since|until|by) )?(?:{_WHAT_IS} the|what|which) (?:exact )?
        (?:years?|dates?|months?|days?|decades?|century|time(?: period)?|period|season)\b
        |\b(?:(?:desde |hasta |para )?(?:cuando|cndo|kuando)|hace cuanto|cuanto hace)\b
        |\b(?:a partir de que|{_QUE}|{_CUAL_ES}) (?:a[ñn]os?|fechas?|mes|meses|dias?|epoca|decada|siglo|
        hora|momento)\b
        |^(?:year|date|day|fecha|a[ñn]o|dia) (?:of|de|del)\b|(?<!final )(?<!last )\b(?:year|date|fecha)\W*$""",
    ),
    (
        _K.WHERE,
        rf"""
        \b(?:from |to )?(?:where|wheres|whereabouts)\b
        |\b(?:(?:in|to|from|at) )?(?:{_WHAT_IS} the|what|which)
        [ ](?:city|cities|country|countries|places?|states?|locations?|towns?|regions?|part of|venue)\b(?!'s)
        |\b(?:(?:en|de|a|por|desde|hacia) )?donde\b|\badonde\b
        |\b(?:{_QUE}|{_CUAL_ES}) (?:ciudad|ciudades|pais|paises|lugar|lugares|estados?|sitios?|localidad|
        region|parte de)\b""",
    ),
    (
        _K.HOW_MANY,
        rf"""
        \b(?:how many|how much|hw many|howmany|how mny|(?:{_WHAT_IS} the )?number of|
        (?:(?:a|con|de|por|para|en) )?[ckq]u?ant(?:[oa]s|a)|
        (?:{_QUE} |{_CUAL_ES} )?(?:cantidad|numero) de)\b(?P<noun>)""",
    ),
    (
        _K.HOW_MANY,
        r"""
        \bhow (?:old|long|big|large|often|tall|high|far(?! (?:left|right)))\b
        |\b(?:de )?[ckq]u?anto\b""",
    ),
    (
        _K.LIST,
        rf"""
        (?:^(?:list|name(?! of\b)|enumerate|lista|nombra(?:me)?|enumera|menciona|dame (?:la|una) lista)
        |^(?:all|every|todos|todas)(?: of)?(?: (?:the|los|las))?|^everything|^todo(?: lo que)?
        |\b(?:what|which|who) (?:are|were) (?:the|its|their)|\b(?:cuales|quienes) {_ES}(?: {_EL})?
        |\b(?:which|what|cuales|{_QUE}) (?:two|three|four|five|dos|tres|cuatro|cinco))\b(?P<noun>)
        |\b(?:(?:a|de|con|para|por) )?quienes\b""",
    ),
    (
        _K.DEFINITION,
        r"""
        ^(?:who(?:'?s| is| are)|quien es)
        (?! (?:the|an?|in|on|at|behind|with|for|to|el|la|un|una|en|de|\w+(?:ed|ing))\b)
        (?: [\w'.-]+){1,4}\W*$""",
    ),
    (
        _K.WHO,
        rf"""
        \b(?:(?:a|de|con|para|por) )?(?:who(?:'?s| {_IS})|quien {_ES})
        [ ](?:the|an?|el|la|una?) (?P<noun>)""",
    ),
    (
        _K.WHO,
        rf"""
        \b(?:(?:to|with|by|from) )?(?:who|whos|whom|whose)\b
        |\b(?:(?:a|de|con|para|por) )?(?:quien|quin|kien|qien)\b
        |\b(?:(?:to|with|by|from) )?(?:what|which|cual|{_QUE}) (?:person|people|personas?\b|
        (?P<noun>)(?:politicians?|candidates?|leaders?|authors?|politicos?|candidat[oa]s?|lider(?:es)?|
        dirigentes?|autor(?:a|es)?)\b)""",
    ),
    (
        _K.WHY,
        rf"""
        \b(?:why|whys|how come|what (?:caused|made|led))\b
        |\b(?:for )?(?:{_WHAT_IS} the|what|which) (?:reasons?|causes?|purpose|goal)\b
        |\b(?:por|x) (?:que|q)(?! (?:clase|tipo)\b)\b
        |\b(?:porque|xq|pq|xk|debido a que|a que se deb(?:e|io)|para que)\b
        |\b(?:{_QUE}|{_CUAL_ES}) (?:razon|motivo|causa|fin|objetivo|finalidad|proposito)\b""",
    ),
    (
        _K.OPINION,
        rf"""
        \b(?:what|how) (?:do|did|does|is|was|were|are|would)\b.*\b(?:think|thinks|thought|
        say about|said about|
        views?|opinion|stance|(?<!political )position on|see|regard|feel|describe|characteri[sz]e|judge)\b
        |{_CLAUSE}(?:{_QUE}|como|cual) (?:piensan?|opinan?|pensaban?|opinaban?|ven?|veian?|vieron|vio|
        consideran?|considero|valoran?|valoro|califican?|califico|describen?|describio|juzgan?|critic\w+|
        (?:dijo|dicen?|dijeron|decia)\b.*\b(?:sobre|acerca|respecto|de)|
        {_ES} (?:la |su )?(?:opinion|postura))\b
        |\b(?:opinion|postura|stance|criticisms?|criticas?|views?)
        [ ](?:of|on|de|del|sobre|about|toward|frente|hacia|respecto)\b""",
    ),
    (
        _K.DEFINITION,
        rf"""
        \bwhat (?:does|do|did) .*\b(?:stands? for|mean)\b
        |\b(?:stands? for|full (?:form|name)|long form|spell(?:ed)? out|initials|acronym|meaning)\b
        |\b(?:nombre completo|forma larga|acronimo|sigla)\b
        |\b(?:{_QUE} |{_CUAL_ES} )?(?:significan?|quieren? decir)\b
        |\b(?:{_QUE} {_ES} )?(?:las )?siglas\b|\b(?:{_WHAT_IS} the )?(?:meaning|definition) of\b
        |\b(?:{_CUAL_ES} )?significado de\b|^define\b|= ?\?""",
    ),
    (_K.WHICH, rf"\b{_WHAT_IS} (?:the|its|their) (?P<noun>)(?:\w+ ){{1,2}}of\b"),
    (
        _K.DEFINITION,
        rf"""
        ^(?:{_WHAT_IS}(?: the| an?)?|(?:que|q|ke) {_ES}(?: (?:el|la|los|las|una?))?)
        (?! \w+'s\b)(?!.*\b(?:it|they|he|she|you|called|named|like|\d+)\b)(?: [\w'.-]+){{1,5}}\W*$""",
    ),
    (_K.WHAT, rf"{_CLAUSE}como se (?:llam\w+|yam\w+|dice|titul\w+)\b"),
    (_K.HOW, rf"\bhow\b(?! about\b)|\b(?:in )?what way\b|{_CLAUSE}(?:como|de que (?:manera|forma|modo))\b"),
    (
        _K.WHAT,
        rf"""
        \b(?:what|wat)(?:'?s|'?re| (?:is|was|are|were|do|does|did|has|have|had|can|could|will|would|should|
        happened|happens|else))\b
        |{_CLAUSE}{_QUE} (?:{_ES}|se|le|les|lo|me|te|nos|ha|han|habia|hay(?! del?\b)|hubo|hizo|hacen?|
        hicieron|hacia|pas[oa]|ocurrio|sucedio|tratan?|dijo|dijeron|dicen?|quieren?|queria|puede|tienen?|tenia)\b""",
    ),
    (_K.WHICH, rf"\b(?:{_CUAL_ES}|cual(?:es)?)\b(?P<noun>)"),
    (
        _K.WHICH,
        r"""
        \b(?:(?:in|on|at|for|from|to|with|by|of|about|under) )?
        (?:which|wich|what(?! about\b)|wat)(?: (?:kind|type|sort)s? of)?\b(?P<noun>)""",
    ),
    (_K.WHICH, rf"{_CLAUSE}{_QUE}(?! (?:hay del?|tal)\b)(?: (?:tipo|clase) de)?\b(?P<noun>)"),
    (
        _K.YES_NO,
        r"""
        ^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|if|whether|
        es|son|era|eran|fue|fueron|ha|han|hay|hubo|habia|tienen?|tuvo|tenia|pueden?|existen?|existio|
        participo|participaron|estan|estaban?|estuvo|esta (?=en|de|a|con)|gano|perdio|apoyo|apoyaron|siguen?|
        quieren?|si)\b
        (?!.*\b(?:know|known|say|says|tell|state|states|mention|mentions|sabe|saben|dicen?)\b)""",
    ),
)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\n *", "", pattern))


def _alternatives() -> tuple[re.Pattern[str], dict[str, AnswerKind]]:
    """Join the table into one pattern: alternation itself takes the earliest match and the table's order."""
    kinds = {f"k{row}": kind for row, (kind, _) in enumerate(_ASKED)}
    written = (
        f"(?P<{name}>{pattern.replace('(?P<noun>', f'(?P<{name}noun>')})"
        for name, (_, pattern) in zip(kinds, _ASKED, strict=True)
    )
    return _compiled("|".join(written)), kinds


_LEADS_IN, _GREETS = _compiled(_LEAD_IN), _compiled(_GREETING)
_OUTSIDE_PATTERNS = tuple((kind, _compiled(pattern)) for kind, pattern in _OUTSIDE)
_PATTERN, _KINDS = _alternatives()


def recognise(folded: str) -> tuple[AnswerKind, int | None]:
    """Name the kind of answer that a folded question wants, and where its wanted noun begins.

    The place is an offset into the folded text, or None where the pattern names no noun.
    """
    if _GREETS.search(folded):
        return AnswerKind.SMALL_TALK, None
    question = _without_lead_in(folded)
    for kind, pattern in _OUTSIDE_PATTERNS:
        if pattern.search(question):
            return kind, None
    match = _PATTERN.search(question)
    if match is None or match.lastgroup is None:
        return AnswerKind.NONE, None
    noun = f"{match.lastgroup}noun"
    if match.groupdict().get(noun) is None:
        return _KINDS[match.lastgroup], None
    return _KINDS[match.lastgroup], len(folded) - len(question) + match.start(noun)


def recognise_asked(folded: str) -> AnswerKind:
    """Name the kind of answer of a question that is known to be one."""
    match = _PATTERN.search(_without_lead_in(folded))
    return _KINDS[match.lastgroup] if match is not None and match.lastgroup is not None else AnswerKind.NONE


def _without_lead_in(folded: str) -> str:
    return _LEADS_IN.sub("", folded.replace("’", "'"), count=1)
