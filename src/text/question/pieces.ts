/** A piece of what was typed: a word or a quotation, with the operator and the minus before it. */
export type Piece = {
  without: boolean
  /** The letters before a colon, of whatever name. */
  operator: string | null
  text: string
  isQuoted: boolean
  /** All of it, as it was typed. */
  written: string
}

// Phones make dashes of hyphens.
const minus = /^[-‐‑–—−]/
const quotes = '"“”„«»'

// Marks (a minus is the first of them), a name with its colon (not that of an address), then a quotation,
// which ends with the text where nothing closes it, or all up to the next space or quotation.
const piece = new RegExp(
  String.raw`(?<marks>[^\p{L}\p{N}\s${quotes}]{0,8})(?:(?<name>\p{L}{1,20}):(?!\/\/))?(?:[${quotes}](?<quoted>[^${quotes}]*)(?:[${quotes}]|$)|(?<word>[\p{L}\p{N}][^\s${quotes}]*)|(?<=:)(?<none>[^\s${quotes}]*))`,
  'gu',
)

/** The pieces of a question, in their order. Marks alone are none. */
export function piecesOf(text: string): Piece[] {
  return [...text.matchAll(piece)].flatMap(({ 0: written, index, groups = {} }) => {
    if (!/[\p{L}\p{N}]/u.test(written)) return []
    return {
      without: minus.test(groups.marks ?? '') && /^$|\s/.test(text.charAt(index - 1)),
      operator: groups.name ?? null,
      text: (groups.quoted ?? groups.word ?? groups.none ?? '').replace(/\s+/g, ' '),
      isQuoted: groups.quoted !== undefined,
      written,
    }
  })
}
