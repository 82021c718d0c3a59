import { sentencesOf } from '../text/sentences.ts'
import type { Block } from './blocks.ts'

const label =
  /^(?:about the (?:author|writer|columnist)|about (?:our |this )?columnist|про (?:автора|авторку|колумніста|колумністку)|об авторе|довідка про автора)\s*[:.—–-]?\s*/iu
// Copulas after a name: `Ada Marsh is a ...`, `Сергій Згурець — директор ...`.
const copula =
  /^,?\s*(?:(?:is|was) (?:an?|the|our|\p{L}+['’]s|\p{L}+ (?:at|of|for)|columnist|professor|editor)|writes|covers|teaches|lives|[—–-]|є\b|—)/u
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

function isAbout(text: string, authors: string[]): boolean {
  return authors.some((name) => text.startsWith(name) && copula.test(text.slice(name.length)))
}
