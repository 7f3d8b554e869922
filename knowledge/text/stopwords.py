"""Words that carry no content, in each language; question words are among them."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.models import Language

_ENGLISH = """
a about above after again against all also although am an and another any anybody anyone anything are
aren't as at be because been before being below between both but by can can't cannot could couldn't did
didn't do does doesn't doing don't done down during each either else even ever every everyone everything
few for from further had hadn't has hasn't have haven't having he he'd he'll he's her here hers herself
him himself his how how's i i'd i'll i'm i've if in into is isn't it it's its itself just let let's like
many may me might mine more most much must my myself neither no nor not of off on once one only onto or
other others ought our ours ourselves out over own per please rather really same shall she she'd she'll
she's should shouldn't since so some somebody someone something still such than that that's the their
theirs them themselves then there there's these they they'd they'll they're they've this those through
thus to too toward towards under until unto up upon us very via was wasn't we we'd we'll we're we've
were weren't what what's whats when when's where where's wheres whether which while who who's whos whom
whose why why's will with within without won't would wouldn't yes yet you you'd you'll you're you've
your yours yourself yourselves ppl u r ur w pls plz whens hows tell know say says said mean means
exactly actually ok okay hey hi hello thanks st nd rd th lol lmao omg wtf btw bro bruh dude tho tbh imo idk
teh adn hte hmm uh um oh wow haha hahaha guys folks thx ty
"""
_SPANISH = """
a acerca ahi ahora al algo alguien algun alguna algunas alguno algunos alla alli ambos ante antes aquel
aquella aquellas aquello aquellos aqui asi aun aunque bajo bien cada casi como con contra cual cuales
cualquier cuando cuanta cuantas cuanto cuantos cuyo cuya cuyos cuyas da dan de del desde donde dos
durante e el ella ellas ello ellos en entonces entre era eran eras es esa esas ese eso esos esta estaba
estaban estado estan estar estas este esto estos estoy fue fueron fui ha habia habian haber hacia han
has hasta hay he hubo incluso la las le les lo los mas me mediante mi mientras mis misma mismas mismo
mismos mucha muchas mucho muchos muy nada ni no nos nosotras nosotros nuestra nuestras nuestro nuestros
o os otra otras otro otros para pero poca pocas poco pocos por porque pues que q qe xq pq quien quienes
se sea sean segun ser sera si sido siempre siendo sin sino sobre sola solamente solo son soy su sus tal
tales tambien tampoco tan tanta tantas tanto tantos te tenia tenian tengo tiene tienen toda todas
todavia todo todos tras tu tus un una unas uno unos usted ustedes vez y ya yo dime di decir dice dicen
dijo diga saber sabe sabes favor gracias hola significa quiere fuera hace hacen hacer hizo hicieron tuvo
tuvieron puede pueden podria estuvo estuvieron º ª jaja jajaja xd porfa plis oye oigan tmb tb d k x xfa
"""

STOPWORDS: Mapping[Language, frozenset[str]] = {
    "en": frozenset(_ENGLISH.split()),
    "es": frozenset(_SPANISH.split()),
}
"""Folded stop words by language."""

_LIGHT_ENGLISH = """
get gets got getting gotten give gives gave given giving take takes took taken taking make makes made making put puts
putting go goes went gone going come comes came coming bring brings brought set sets keep keeps kept let use used uses
using need needs needed want try tried show shows shown find finds found look looks looked turn turned run ran throw
threw thrown wrap work works worked supposed seem seems kind kinds sort sorts type types thing things stuff word words
way ways part parts side sides case cases idea ideas across along around whole big great new old good bad main major
different certain various several different guy guys person people reckon figure handle handling concern concerned
deal dealing regarding involve involved back together actual first second last next before after later still already
"""
_LIGHT_SPANISH = """
dar dio dieron dado da dan tomar tomo tomaron toma poner puso pusieron puesto ir va van fueron venir vino vinieron
llevar llevo llevaron traer trajo quedar quedo seguir siguio siguen usar uso usaron usa usan necesitar necesita
conseguir consiguio lograr logro intentar intento mostrar encontrar buscar salir salio salieron salga tener tendra
tendran tenia tuvo caer cayo cayeron echar meter sacar saco sacaron dejar dejo parecer deber debe debia deberia poder
tipo tipos clase clases cosa cosas palabra palabras forma formas parte partes lado caso casos idea ideas manera modo
grande gran nuevo nueva viejo bueno buena malo principal mayor distinto diferente cierto varios varias persona personas
gente tema asunto relacion respecto primer primero primera segundo ultimo ultima despues luego antes todavia ya juntos
"""
LIGHT: frozenset[str] = frozenset((_LIGHT_ENGLISH + _LIGHT_SPANISH).split())
"""Folded words that a question may hold without its answer holding them: they say little by themselves."""
