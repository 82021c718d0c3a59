const invitations = [
  'read (?:more|on|the (?:full|whole) (?:story|article)|it here)|continue reading|keep reading|find out|learn more|click here|full story',
  'читати? далі|читайте|читать далее|детальніше|подробнее|подробности|дізнайтеся більше|узнайте больше',
  'weiterlesen|mehr dazu|lesen sie|jetzt lesen|mehr erfahren|lire la suite|en savoir plus|lisez',
  'leer m[áa]s|sigue leyendo|ler mais|leia mais|saiba mais|leggi (?:di più|tutto)|continua a leggere',
  'czytaj (?:więcej|dalej|także)|dowiedz się|lees (?:meer|verder)|läs mer|les mer|læs mere|citește mai mult',
].join('|')
const invitation = new RegExp(`(?<!\\p{L})(?:${invitations})(?!\\p{L})`, 'iu')
const cutOff = /(?:\.\.\.|…|\[\.\.\.?\])["”’»)\]'\s]*$/
/** A question that ends a sentence of its own, not one that is quoted within one. */
const question = /[?？]\s*(?:$|\s)/

/**
 * Whether words only make curious: they ask, are cut off, or invite to read on. Such words say less of an
 * article than its text.
 */
export function isTeaser(words: string): boolean {
  const end = words.slice(-60)
  return cutOff.test(end.slice(-12)) || invitation.test(end) || question.test(words.slice(0, 1000))
}
