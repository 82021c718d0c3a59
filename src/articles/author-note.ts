import { sentencesOf } from '../text/sentences.ts'
import type { Block } from './blocks.ts'
import { calling, personTitle } from './byline-words.ts'
import { isPersonName, leadingName } from './person-name.ts'

const labels = [
  'about the (?:author|authoress|writer|columnist|contributor)s?',
  'about (?:our |this )?columnist',
  'author (?:bio|profile|info)(?:rmation)?',
  'про (?:автора|авторку|авторів|колумніста|колумністку)',
  'довідка про автор(?:а|ку)',
  'об авторе',
  'о колумнисте',
  'über (?:den autor|die autorin|die autoren)',
  'z(?:um autor|ur autorin|ur person)',
  "à propos de l[’']aut(?:eur|rice|eure)",
  'sobre (?:el|la|o|a) autora?',
  'acerca del? (?:la )?autora?',
  "(?:l[’']|sull[’']|informazioni sull[’']|chi è l[’'])aut(?:ore|rice)",
  'o (?:autorze|autorce|autorovi|autorce|autorech)',
  'over de (?:auteur|schrijver|columnist)',
  'om (?:författaren|forfatteren|skribenten)',
  'tietoa kirjoittajasta',
  'despre autor',
  'a szerzőről',
  'yazar hakkında',
  'за автора',
  '(?:著者|筆者)(?:について|プロフィール|紹介)',
  '(?:关于作者|作者简介|作者簡介|關於作者)',
  '저자 소개',
]
const label = new RegExp(`^\\P{L}{0,3}(?:${labels.join('|')})(?!\\p{L})\\s*[:.|—–-]?\\s*`, 'iu')
// Copulas after a name: `Ada Marsh is a ...`, `Сергій Згурець — директор ...`.
const copula =
  /^,?\s*(?:(?:is|was) (?:an?|the|our|\p{L}+['’]s|\p{L}+ (?:at|of|for)|columnist|professor|editor)|writes|covers|teaches|lives|[—–-]|є\b|—)/u
// What may follow the name in a note that is labelled as one about the author.
const afterName =
  /^(?:$|\s*[,(:.;|—–-]|\s+(?:is|was|has|writes|covers|teaches|lives|works|worked|served|holds|heads|leads|runs|ist|war|schreibt|lehrt|lebt|arbeitet|est|écrit|enseigne|es|escribe|enseña|è|scrive|insegna|é|escreve|jest|pisze|je|píše|is|schrijft|är|er|skriver|on|este|scrie|є|пише|викладає|працює|керує|пишет|преподаёт|преподает|работает|был|була|був)(?!\p{L}))/u
const disclaimers = [
  /(?:views|opinions)(?: and opinions)? (?:expressed (?:in|here|by|are)|are (?:the author['’]s|those of|(?:his|her|their|my) own|solely))/i,
  /(?:views|opinions?|position|column|author).{0,80} not (?:necessarily|always) (?:reflect|represent|share|coincide)/i,
  /editors? (?:do|does|may) not (?:always|necessarily) (?:share|agree)/i,
  /редакці(?:я|ї) .{0,60}(?:не завжди|може не|не обов|не несе|не поділя)/iu,
  /(?:думк[аи]|поглад?и?|погляди|позиці[яї]|точк[аи] зору|матеріал).{0,80}(?:може|можуть|не обов).{0,30}(?:не )?(?:збігати|співпадати|відображ|поділя)/iu,
  /(?:мнение|позиция) (?:автора|редакции).{0,60}не (?:совпадать|отраж)/iu,
  /редакция .{0,60}не (?:всегда|несет)/iu,
]

/** What stands after a column's text. */
export type AuthorNote = {
  /** What the page says of its author, without the label, or null. */
  note: string | null
  /** Whether a label such as `About the author` stood before it. */
  isLabelled: boolean
  /** Whether it says that its opinions are the author's own. */
  isDisclaimed: boolean
  /** The blocks without note and disclaimer. */
  blocks: Block[]
}

/**
 * Separates the note about the author and the editors' disclaimer from a text. A note is labelled as one, or
 * begins with an author's whole name; it stands in the last third. A disclaimer may stand anywhere,
 * also among `all`, the blocks before they were tidied.
 */
export function partAuthorNote(
  { blocks, all }: { blocks: Block[]; all: Block[] },
  authors: string[],
): AuthorNote {
  let note: string | null = null
  let isDisclaimed = all.some(({ text }) => isDisclaimer(text))
  let isLabelled = false
  let awaitsNote = false
  const lastThird = Math.floor((blocks.length * 2) / 3)
  const kept = blocks.filter(({ text }, i) => {
    if (text.length > 700) return true
    if (isDisclaimer(text)) {
      isDisclaimed = true
      const rest = withoutDisclaimer(text)
      if (i >= lastThird && isAbout(rest, authors)) note ??= rest
      return false
    }
    if (i < lastThird) return true
    const afterLabel = text.replace(label, '')
    if (afterLabel !== text) {
      isLabelled = true
      awaitsNote = afterLabel.length < 3
      if (!awaitsNote) note ??= afterLabel
      return false
    }
    if (awaitsNote || isAbout(text, authors)) {
      awaitsNote = false
      note ??= text
      return false
    }
    return true
  })
  return { note, isLabelled, isDisclaimed, blocks: kept }
}

/** Whether a line says that the opinions are not those of the editors. */
export function isDisclaimer(text: string): boolean {
  return text.length < 500 && disclaimers.some((pattern) => pattern.test(text))
}

function withoutDisclaimer(text: string): string {
  return sentencesOf(text, null)
    .filter((sentence) => !isDisclaimer(sentence))
    .join(' ')
}

/** The text without a label such as `About the author:`. */
export function withoutLabel(text: string): string {
  return text.replace(label, '')
}

/**
 * The person whom a note about the author is about, who stands at its beginning: after titles, before a
 * verb, a comma or a dash. Null for a firm or the editors.
 */
export function personInNote(note: string): string | null {
  const words = note.slice(0, 200).replace(calling, '').replace(personTitle, '')
  const name = leadingName(words)
  return name && isPersonName(name) && afterName.test(words.slice(name.length)) ? name : null
}

function isAbout(text: string, authors: string[]): boolean {
  return authors.some((name) => text.startsWith(name) && copula.test(text.slice(name.length)))
}
