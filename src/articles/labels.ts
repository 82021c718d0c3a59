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
  leggi anche
  leer? también
  lea también
  lire aussi
  à lire aussi
  leia (?:também|mais)
  veja (?:também|mais)
  mehr zum thema
  lesen sie (?:auch|mehr)
  auch interessant
  czytaj (?:też|także|również|więcej)
  zobacz (?:też|także|również)
  čtěte také
  lees ook
  les også
  läs (?:också|mer)
`)

/** `Related: ...`, `Читайте також: ...`: the line, or what follows it, is another article. */
export const startsLikeMore = new RegExp(`^\\P{L}{0,4}(?:${moreLabels})(?!\\p{L})`, 'iu')

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
