const loose = /<(?![\p{L}_:/!?])|<(?=[\p{L}_:/][^<>]*<)/gu
const many = 100

/** The text with those `<` escaped that begin no tag: another comes before any `>`. */
export function escapeLooseTags(text: string): string {
  return text.replace(loose, '&lt;')
}

/** Whether there are more than a hundred `<` that begin no tag. */
export function hasManyLooseTags(text: string): boolean {
  let count = 0
  for (const _ of text.matchAll(loose)) if (++count > many) return true
  return false
}
