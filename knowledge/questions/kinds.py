"""The kind of answer a question wants: tables of patterns for both languages.

Patterns are matched against the folded question (no case, no accents, ñ kept), behind what leads in to it.
Of several that match, the one that begins first decides, and of those that begin together the one that stands
first in the table: “what was the reaction when …” asks what, not when. An empty group `noun` stands where the
words begin from which the wanted noun is read. In a pattern, a line break and its indent count for nothing.
"""

from __future__ import annotations

import re

from knowledge.models import AnswerKind
from knowledge.questions.outside import IS, compiled, greets, recognise_outside
from knowledge.text.normalise import fold_once

_K = AnswerKind
_LEAD_IN = r"""
    ^\W*(?:(?:and|so|but|then|also|ok|okay|now|please|pls|hey|hi|hello|just|tell me(?! a\b)|
    i want to know|do you know|(?:can|could|would) you|
    y|e|pero|entonces|oye|hola|ahora|bueno|por favor|dime|quiero saber|sabes|
    (?:me )?(?:puedes|podrias)(?: decir(?:me)?)?)\b\W*)*"""
_CLAUSE = r"(?:^|(?<=[¿?.,;:!])|(?<=[?.,;:!] ))"
"""Where a Spanish “que” or “como” asks: in the middle of a clause it joins."""
_WHAT_IS = rf"what(?:'?s| {IS})"
_THE = r"(?:the|its|their|his|her)"
_ES = r"(?:es|era|fue|son|eran|fueron)"
_EL = r"(?:el|la|los|las|su|sus)"
_TEXTS = r"(?:documents?|docs|texts?|sources?|articles?|library|documentos?|textos?|fuentes?|articulos?)"
_QUE = r"(?:(?:a|en|de|con|contra|sobre|segun|durante|hasta|desde|para|por) )?(?:que|q|ke)"
_CUAL_ES = rf"(?:a |en |de )?cual(?:es)? {_ES} {_EL}"

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
        ^where (?:in the \w+ )?(?:do|does|did|{IS}) .*\b(?:comes? up|mentioned|appears?|named|talked about|discussed)\b
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
        \b(?:(?:a|de|con|para|por) )?(?:who(?:'?s| {IS})|quien {_ES})
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


def _alternatives() -> tuple[re.Pattern[str], dict[str, AnswerKind]]:
    """Join the table into one pattern: alternation itself takes the earliest match and the table's order."""
    kinds = {f"k{row}": kind for row, (kind, _) in enumerate(_ASKED)}
    written = (
        f"(?P<{name}>{pattern.replace('(?P<noun>', f'(?P<{name}noun>')})"
        for name, (_, pattern) in zip(kinds, _ASKED, strict=True)
    )
    return compiled("|".join(written)), kinds


_LEADS_IN = compiled(_LEAD_IN)
_PATTERN, _KINDS = _alternatives()


def recognise(folded: str) -> tuple[AnswerKind, int | None]:
    """Name the kind of answer that a folded question wants, and where its wanted noun begins.

    The place is an offset into the folded text, or None where the pattern names no noun.
    """
    question = _without_lead_in(folded)
    outside = AnswerKind.SMALL_TALK if greets(folded) else recognise_outside(question)
    if outside is not None:
        return outside, None
    match = _PATTERN.search(question)
    if match is None or match.lastgroup is None:
        return AnswerKind.NONE, None
    noun = f"{match.lastgroup}noun"
    if match.groupdict().get(noun) is None:
        return _KINDS[match.lastgroup], None
    return _KINDS[match.lastgroup], len(folded) - len(question) + match.start(noun)


_TELLING = frozenset(
    """
    who whos whom whose whats wheres define qantos qantas which what when where whereabouts why how is are was were
    am ha han si do does did has have had hay hubo habia can could will would if list name all everything anything
    meaning definition initials acronym spell spelled stands stand form share percentage proportion number date year
    day opinion view stance criticism versus vs difference everybody que quien quienes cual cuales cuando donde
    adonde como cuanto cuantos cuanta cuantas canto es era eran son fue fueron esta estan estaba estaban estuvo
    tiene tienen tenia tuvo puede pueden quiere quieren significa significado siglas sigla acronimo nombra lista
    enumera menciona todo todos todas porque porcentaje proporcion ciento cantidad numero fecha dia año opina
    pensaba postura critica completo definicion trata llamaba diferencia existe existio participo participaron gano
    perdio apoyo apoyaron sigue siguen dice dijeron localidad = % compare compared comparison compara comparar
    comparame differ differs diferencias better best worse worst more most fewer fewest less least higher highest
    lower lowest mejor peor mas menos mayor menor xq pq xk q ke kuando cndo kien quin qien wen whens hw howmany wich
    wat whys old long big large often tall high far hace mention mentions mencion menciones mencionan documents
    """.split()
)
"""Words without which no pattern of the table is met, but for rare spellings."""
_PIECES = re.compile(r"\w+|[=%]")


def recognise_asked(ask: str) -> AnswerKind:
    """Name the kind of answer of a way to ask; it is said quickly of the many that only name what they seek."""
    folded = fold_once(ask)
    if _TELLING.isdisjoint(_PIECES.findall(folded)):
        return AnswerKind.NONE
    match = _PATTERN.search(_without_lead_in(folded))
    return _KINDS[match.lastgroup] if match is not None and match.lastgroup is not None else AnswerKind.NONE


def _without_lead_in(folded: str) -> str:
    return _LEADS_IN.sub("", folded.replace("’", "'"), count=1)
