/** The text in at most `length` UTF-16 units, cut at a word and marked with an ellipsis when longer. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1)
  const end = cut.lastIndexOf(' ')
  return `${cut.slice(0, end > length / 2 ? end : undefined).trimEnd()}…`
}
