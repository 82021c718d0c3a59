// The words of bylines in the languages of the sites that we read.

const alternatives = (list: string) =>
  list
    .trim()
    .split(/\s*\n\s*/)
    .join('|')

// Words of desks, sites, firms, menus and roles, which stand where names stand.
const notInNames = alternatives(`
  the|this|our|all|my|your|for|with|more|read|view|share|follow|about|published|updated|posted|written|by
  sports?|today|news|politics|world|business|lifestyle|entertainment|technology|education|opinions?|economy
  staff|desk|teams?|editors?|editorial|admin|administrator|moderator|reporters?|correspondents?|writers?|columnists?
  agency|press|times|posts?|media|wire|service|services|online|group|newsroom|office|magazine|journal|gazette|herald
  guest|contributors?|contributing|columns?|sponsored|associated|reuters|getty|images?|photos?|videos?
  home|menu|search|login|contact|privacy|policy|comments?|reply|print|email|facebook|twitter|instagram|youtube
  linkedin|whatsapp|pinterest|tags?|categor(?:y|ies)|subscribe|newsletter|minutes?|courtesy|copyright|rights|reserved
  inc|ltd|llc|plc|gmbh|corp|corporation|company|foundation|institute|university|college|association|society|council
  committee|commission|network|studios?|club|cent(?:er|re)|department|ministry|government|museum|partners|solutions
  systems|consulting|marketing|digital|international|global|community|research|blog|website|limited|publishing|books
  licen[cs]e|commons|creative|advertis\\p{L}*|partner|official|latest|breaking|local|national|daily|weekly|live|update|exclusive|special|senior|chief
  sobre|redaktion|politik|wirtschaft|kultur|gesellschaft|verlag|zeitung|presse|nachrichten|gast\\p{L}*|verein|stiftung
  rédaction|politique|économie|société|culture|monde|actualités?|journal|agence|avec|publié|lire|équipe
  redacción|política|economía|sociedad|cultura|deportes|noticias|agencias?|prensa|diario|equipo
  redazione|politica|cronaca|economia|attualità|notizie|redação|redacao|esportes|notícias|equipe|jornal
  redakcja|redakce|wiadomości|polityka|gospodarka|kultura|redaksi\\p{L}*|redactie|toimitus|redaksjonen|redaktionen|editörü?
  january|february|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday
`)

const cyrillic =
  'редакц|новин|новост|агентств|прес-служб|пресс-служб|кореспондент|корреспондент|журналіст|журналист|газет|видання|колонк|блог|думк|мнени|погляд|центр|рада(?!\\p{L})|інститут|институт|університет|университет|фонд|компан|асоціац|ассоциац|міністерств|министерств|політик|економік|экономик|культур|суспільств|общество'

export const noPerson = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${notInNames})(?![\\p{L}\\p{M}])|(?<!\\p{L})(?:${cyrillic})`,
  'iu',
)

/** What publishing programs and newsrooms write where nobody signs. */
export const role =
  /^(?:(?:site |super ?)?admin(?:istrator)?|web-?master|root|(?:super ?)?user|author|guest|anonymous|staff(?: (?:writer|reporter))?|(?:web |news )?editors?|(?:the )?editorial(?: (?:team|staff|board|office|desk))?|(?:the )?news(?:room| ?desk| team)?|redaktion|redakteur|rédaction|redacción|redazione|redação|redakcja|redakce|redactie|адмін(?:істратор)?|админ(?:истратор)?|редактор|редакція|редакция|автор|гість|гость)$/i

/** Titles and forms of address before a name. */
export const personTitle =
  /^(?:(?:(?:Dr|Prof|Mr|Mrs|Ms|Mme|Dra|Д-р|Проф|д-р|проф)\.?|(?:Dipl|Ing|Mag|Dott|Mgr|PhDr)\.(?:-Ing\.)?|Professor|Professeur|Doctor|Doktor|Herr|Frau|Професор|Профессор|Доктор|професор|профессор|доктор)\s+)+/u

/** What a note about an author may call them before their name. */
export const calling =
  /^(?:(?:the )?(?:author|writer|journalist|columnist|historian|economist|philosopher|essayist|novelist|poet|lawyer)|(?:der |die )?(?:autor(?:in)?|journalist(?:in)?|schriftsteller(?:in)?|historiker(?:in)?)|автор(?:ка)?|журналіст(?:ка)?|журналист(?:ка)?|письменни(?:к|ця)|писатель(?:ница)?|політолог(?:иня)?|политолог|історик(?:иня)?|историк|економіст(?:ка)?|экономист|філософ(?:иня)?|философ|публіцист(?:ка)?|публицист|колумніст(?:ка)?|колумнист|юрист(?:ка)?|правозахисни(?:к|ця)|поет(?:ка|еса)?|поэт)\s*[,:—–-]?\s+/iu

const preposition = 'by|von|vom|par|por|di|da|door|av|af|przez|od|від|от'

/** What stands before the names in a byline. */
export const bylineStart = new RegExp(
  `^\\P{L}{0,4}(?:${alternatives(`
    (?:words|story|text|analysis|opinion|column|commentary|report|review|interview)?\\s*\\bby\\b:?
    authors?\\s*(?:[:|–—-]|\\b)
    (?:written|posted|published|authored|reported|submitted|contributed|created|article|guest post|post) (?:on .{4,40} )?by:?
    (?:about|meet|more (?:from|by)|posts by|(?:view|see|show) all (?:posts|articles|stories)(?: by)?|all (?:posts|articles) by)
    columnist:
    (?:(?:ein )?(?:beitrag|artikel|text|bericht|kommentar|gastbeitrag|interview|analyse)|eine (?:kolumne|analyse|reportage)) von
    (?:verfasst|geschrieben|erstellt|veröffentlicht|eingestellt|gepostet) (?:am .{4,40} )?(?:von|durch):?
    (?:alle )?(?:beiträge|artikel) von
    autor(?:in|en|a|ka|ul|zy|ři)?(?:\\s?[/(*:]in\\)?)?\\s*[:|–—-]
    (?:écrit|publié|rédigé|posté|propos recueillis|mis en ligne|proposé) (?:le .{4,40} )?par:?
    (?:auteur|auteure|autrice)\\s*:
    (?:escrito|publicado|redactado|postado|enviado|creado) (?:(?:el|em) .{4,40} )?por:?
    (?:scritto|pubblicato|postato|inserito|articolo) (?:il .{4,40} )?d[ai]:?
    a cura di|di:|autore\\s*:|autrice\\s*:
    (?:geschreven|geplaatst|gepubliceerd) (?:op .{4,40} )?door:?
    (?:skrevet|skriven|publicerad|udgivet|publisert|lagt ut) (?:den .{4,40} )?(?:av|af):?
    (?:napisał[ao]?|napsala?|opublikowan[eay] przez|dodane przez|dodał[ao]?):?
    (?:te[kx]st|tekst|texte|texto|testo|foto und text|text und foto|szerző|írta|yazar|yazan|kirjoittaja|teksti|skribent|journalist|redaktör|reporter|geschrieben|auteur)\\s*:
    (?:автор(?:и|ка|ы)?|колумніст(?:ка)?|текст|журналіст(?:ка)?|журналист(?:ка)?|опублікував|опубликовал|підготував|підготувала|подготовил|подготовила)\\s*(?:статті|статьи|колонки|тексту|блогу|матеріалу|материала)?\\s*[:—–-]?
    (?:от|від) автора
    (?:著者|執筆|執筆者|文|作者|记者|記者|글)\\s*[:：/／]?
    (?-i:(?:By|Von|Par|Por|Di|Da|Door|Av|Af|Od|${preposition})(?=\\s+\\p{Lu}))
  `)})\\s*`,
  'iu',
)

// A preposition of authorship stands after a date or a small word; within a name it follows a name.
const withinLine = `(?<=(?:[\\d|·•,.;:–—-]|(?:^|\\s)\\p{Ll}[\\p{L}\\p{M}]*|\\bUhr)\\s)(?:${preposition})(?=\\s\\p{Lu})`

/** What parts the names of a byline from each other, from dates and from the rest of the line. */
export const bylineJoint = new RegExp(
  `\\s*(?:[,;|·•/–—]|\\s-\\s|\\b[Aa][Nn][Dd]\\b|\\b[Bb][Yy]\\b|(?<=\\s)(?:та|і|й|и|und|et|og|och|oraz|y|e|con|mit)(?=\\s\\p{Lu})|&|\\bfor\\b|\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b|\\bin\\b|\\bспеціально для\\b|${withinLine})\\s*`,
  'u',
)
