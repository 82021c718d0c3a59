/** A word as it is written; `opens` says that it begins the text or stands after a mark, where capitals say nothing. */
export type Token = { word: string; opens: boolean }

/** The words of a text in lower case, numbers included; `1,020` and `1 020` are one number. */
export function wordsOf(text: string): string[] {
  return plain(text).toLowerCase().match(word) ?? []
}

/** The same words with their capitals. */
export function tokensOf(text: string): Token[] {
  const written = plain(text)
  return [...written.matchAll(word)].map(({ index, 0: found }) => ({
    word: found,
    opens: !/[\p{L}\p{N},’')] ?$/u.test(written.slice(Math.max(0, index - 2), index)),
  }))
}

const word = /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}\p{N}]*/gu

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<=\d)[,. ](?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\p{Script=Cyrillic})['’ʼ](?=\p{L})/gu, '')
}
