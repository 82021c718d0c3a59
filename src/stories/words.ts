/** The words of a text in lower case, numbers included; `1,020` and `1 020` are one number. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d)[,. ](?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\p{Script=Cyrillic})['’ʼ](?=\p{L})/gu, '')
  return plain.match(/\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}\p{N}]*/gu) ?? []
}
