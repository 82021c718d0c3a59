// Words that stand around an article in the languages of the sites that we read.

const oneOf = (list: string) =>
  list
    .trim()
    .split(/\s*\n\s*/)
    .join('|')

const moreLabels = oneOf(`
  read (?:also|more|next|this next|the full|our)
  also read
  see (?:also|more)
  related(?: (?:stories|articles|news|coverage|content|links|topics|reading))?
  more (?:stories|news|great|on|from|about|coverage|in|like)
  more(?=\\s*(?:[:…]|$))
  you (?:may|might) (?:also|be)
  don['’]t miss
  recommended
  most (?:read|popular|viewed)
  trending
  latest (?:news|stories)
  top stories
  up next
  watch(?: also| more| now|(?=\\s*:))
  listen(?: also| to|(?=\\s*:))
  editors['’]? picks?
  want more
  further reading
  sponsored
  what to read next
  читайте (?:також|ще|больше|также|ещё|еще|далі)
  читати (?:також|далі|більше)
  дивіться (?:також|ще)
  смотрите также
  (?:також|більше) (?:за|на|по) тем[уиі]
  (?:за темою|по теме|схожі (?:новини|статті)|похожие|останні новини|новини за темою|більше новин)
  related posts
  (?:popular|recent|latest|similar|previous|next) (?:posts?|articles?|stor(?:y|ies)|entr(?:y|ies))
  also on
  from around the web
  leggi (?:anche|pure)
  (?:ti )?potrebbe (?:anche )?interessar\\p{L}*
  articoli (?:correlati|simili|recenti)
  vedi anche
  leer? (?:también|más)
  (?:te|le) puede interesar
  (?:artículos|noticias|entradas) relacionad[oa]s
  (?:ver|mira|vea) también
  lea también
  lire (?:aussi|également|la suite)
  voir (?:aussi|également)
  sur le même (?:sujet|thème)
  articles? (?:liés|similaires|connexes)
  (?:cela|ça) (?:pourrait|peut) (?:aussi )?vous intéresser
  à lire aussi
  leia (?:também|mais)
  veja (?:também|mais)
  (?:artigos|notícias|posts) relacionad[oa]s
  saiba mais
  mehr (?:zum thema|dazu|lesen|aus)
  das könnte (?:sie|dich|euch) (?:auch|ebenfalls)
  (?:weitere|ähnliche|verwandte|passende|neueste|aktuelle|beliebte) (?:artikel|beiträge|themen|nachrichten|meldungen)
  siehe auch
  weiterlesen
  lesen sie (?:auch|mehr)
  auch interessant
  (?:przeczytaj|sprawdź|polecamy)(?: też| także| również)?
  (?:podobne|powiązane) (?:artykuły|wpisy)
  czytaj (?:też|także|również|więcej)
  zobacz (?:też|także|również)
  čtěte také
  (?:lees|bekijk) (?:ook|meer)
  gerelateerde
  関連(?:記事|リンク|ニュース)
  あわせて読みたい
  相关(?:阅读|文章|新闻)
  관련 ?기사
  les også
  läs (?:också|mer)
`)

/** `Related: ...`, `Читайте також: ...`: the line, or what follows it, is another article. */
export const startsLikeMore = new RegExp(`^\\P{L}{0,4}(?:${moreLabels})(?!\\p{L})`, 'iu')

const ends = oneOf(`
  (?:related|similar|recommended|recent|popular|latest) (?:posts?|articles?|stories)
  you (?:may|might) (?:also )?(?:like|enjoy|be interested)
  (?:\\d+ )?(?:comments?|responses?|replies|thoughts? on|reviews?|kommentare?|commentaires?|comentarios?|commenti|komentarze|reacties|коментарі|комментарии)(?:\\s?\\(\\d+\\))?$
  (?:leave|post|write) (?:a|your) (?:comment|reply|response)
  (?:ähnliche|weitere|verwandte) (?:artikel|beiträge|themen)
  (?:das|dies) könnte
  schreibe? einen kommentar
  articles? (?:similaires|liés)
  artículos relacionados
  articoli correlati
  artigos relacionados
  podobne (?:artykuły|wpisy)
  схожі (?:новини|статті|записи)
  похожие (?:новости|статьи|записи)
  関連記事
`)

/** The label of what stands below an article. */
export const endsArticle = new RegExp(`^\\P{L}{0,4}(?:${ends})(?!\\p{L})`, 'iu')

const calls = oneOf(`
  click here
  sign up (?:for|to|here|now|today)
  subscribe (?:to|now|here|today)
  subscribe$
  (?:follow|like|find|join) (?:us|me|him|her|them|our|[@\\p{Lu}][\\p{L}'’]+(?: [\\p{L}'’]+){0,4} on)\\b
  (?:follow|connect with) .{2,60} on (?:twitter|facebook|instagram|telegram|x|threads|bluesky)
  get (?:our|the) .{0,40}(?:app|newsletter)
  get .{2,40} delivered
  download (?:our|the) .{0,40}app
  join our
  chat with us
  tell us what you think
  have (?:a|you got a) (?:tip|story|news tip)
  (?:email|e-mail|contact|write to|reach) .{2,60}@
  this (?:website|site|page) uses cookies
  (?:we|our site) uses? cookies
  this slideshow requires
  share (?:this|on|via|the)\\b.{0,40}$
  (?:print|save|share|tweet|email|comments?|advert(?:isement)?|close|caption|highlights|реклама|поділитися|поділитись|коментарі|фото|відео|видео|читати далі)$
  skip to (?:content|main)
  (?:loading|please wait|lädt|wird geladen|chargement|cargando|caricamento|carregando|завантаження|загрузка|読み込み中)\\s*(?:…|\\.|$)
  like (?:this|loading)\\b.{0,20}$
  (?:rate this|click to rate|(?:your|average)? ?rating\\s*[:(★☆\\d]|bewerten? (?:sie |diese)|(?:durchschnittliche )?bewertung\\s*[:(\\d]|oceń (?:ten|artykuł)|оцініть (?:статтю|матеріал|новину)|оцените (?:статью|материал|новость)|рейтинг\\s*:|valuta (?:questo|l['’]articolo)|valora est[ea]|notez cet)
  \\d+(?:[.,]\\d+)? ?(?:votes?|stars?|ratings?|bewertungen|stimmen|голос\\p{L}*)[^.]{0,30}$
  (?:leave|post|add|write) (?:a|your) (?:comment|reply|response)
  (?:be the first to|log in to|sign in to|you must be logged in to) (?:post a )?comment
  (?:comments? (?:are|is|have been) (?:closed|off|disabled|moderated)|no comments|\\d+ (?:comments?|responses?|kommentare?|commentaires?|comentarios?|commenti|komentarz\\p{L}*|коментар\\p{L}*|комментари\\p{L}*)$)
  (?:schreibe?n?(?: sie)? einen kommentar|kommentare? (?:schreiben|hinterlassen|verfassen)|laisse[rz] un commentaire|deja (?:un comentario|tu comentario|una respuesta)|lascia un commento|deixe (?:um comentário|uma resposta)|dodaj komentarz|залишити коментар|оставить комментарий|laat een (?:reactie|bericht))
  (?:join|start) the (?:conversation|discussion)
  (?:please )?(?:read|note|see) (?:our (?:comment|community)|that comments)
  (?:all )?comments (?:will be|must be|are) (?:moderated|reviewed|approved|published)
  thank(?:s| you) for reading
  if you (?:enjoyed|liked|found) (?:this|reading)
  (?:please )?(?:support|donate to) (?:our (?:work|journalism)|independent journalism|this (?:site|blog|channel))
  (?:tags?|tagged(?: with)?|filed under|posted (?:in|by)|categor(?:y|ies)|topics?|labels?|keywords?|schlagw(?:ort|örter|orte)|schlagworte|kategorien?|themen|stichworte|mots[- ]cl[ée]s?|étiquettes?|etiquetas?|categorías?|categorie|categorias?|tagi|kategorie|теги|мітки|метки|категорі[яї]|рубрик[аи])\\s*:
  (?:posted|filed|veröffentlicht|publié|publicado|pubblicato|опубліковано|опубликовано) (?:in|under|dans|en|em|в|у) \\S.{0,40}$
  (?:teilen|weitersagen|drucken|merken|partager|imprimer|compartir|imprimir|condividi|stampa|compartilhar|compartilhe|udostępnij|drukuj)(?:\\s|:|$).{0,30}$
  (?:newsletter|jetzt|hier) (?:abonnieren|anmelden|bestellen)
  (?:abonnieren sie|abonniere|melde(?:n sie)? (?:dich|sich)|abonnez-vous|inscrivez-vous|suscr[ií]b(?:ete|ase)|iscriviti|inscreva-se|assine|zapisz się|subskrybuj|schrijf je in|prenumerera)\\b
  (?:folgen?(?: sie)? (?:uns|mir)|suivez-nous|síguenos|seguici|siga-nos|obserwuj nas|volg ons)\\b
  (?:image|photo|slide|picture) \\d+ (?:of|/)
  (?:photo|image|picture|video|credit|photograph|illustration|фото|ілюстрація|зображення|джерело фото|foto)(?: credit| by|s)?\\s?:
  \\(?(?:photo|image) (?:by|credit)
  (?:published|updated|posted|last updated|first published|опубліковано|оновлено|опубликовано)\\b.{0,80}\\d
  (?:copyright )?©
  copyright
  all rights reserved
  via \\S+$
  підпис(?:уйтесь|уйтеся|атися|атись|уйся) 
  підпишіться
  підписуйтесь
  підписуйтеся
  слідкуйте за
  стежте за
  приєднуйтесь
  долучайтесь
  якщо (?:ви )?(?:помітили|знайшли|побачили) помилку
  помітили помилку
  виділіть (?:її|текст)
  подписывайтесь
  подпишитесь
  поделиться
  наш(?:і|а|е) (?:телеграм|telegram|канал|сторінк)
  передрук
  (?:будь-яке |повне )?(?:копіювання|використання|відтворення) (?:матеріалів|тексту|статті)
`)

/** Calls to the reader, labels of pictures, notices of the site. Meant for short lines. */
export const isCall = new RegExp(`^\\P{L}{0,4}(?:${calls})`, 'iu')

const credits =
  /(?:getty images|shutterstock|(?:\bap|afp|epa|reuters|ap photo|унiан|уніан|укрінформ)\)?\.?$|photo(?:graph)? by|\(ap photo|фото:|\bfile photo)/iu

/** The credit of a picture somewhere in a short line. */
export function hasCredit(text: string): boolean {
  return (
    text.length < 400 &&
    (/(?:getty images|shutterstock|photograph by|photo by|\(ap photo|file photo)/i.test(text) ||
      (text.length < 80 && credits.test(text)))
  )
}
