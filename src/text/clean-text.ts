/**
 * Control characters but for white space, halves of pairs and what is no character; marks that turn
 * the direction of the words after them, or that hide among letters: joiners of words, soft hyphens,
 * invisible operators, annotations, tags. Joiners of letters and marks of direction stay, as some scripts
 * and emoji are written with them.
 */
const unwanted =
  /[\p{Cc}--[\t\n\r]]|[\p{Cs}\xad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/v
const allUnwanted = new RegExp(unwanted, 'gv')
const windows1252 = new TextDecoder('windows-1252')

/**
 * Foreign words without characters that cannot be seen or that change how others are shown. In place
 * of C1 controls stands what Windows-1252 has there (HTML Standard, 13.2.5.80).
 */
export function cleanText(text: string): string {
  if (!unwanted.test(text)) return text
  return text
    .replace(/[\x80-\x9f]/g, (c) => windows1252.decode(Uint8Array.of(c.charCodeAt(0))))
    .replace(allUnwanted, '')
}
