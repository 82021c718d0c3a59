import { eld } from 'eld/extrasmall'

/**
 * The language that a text is written in as an ISO 639-1 code, by its letter sequences (ELD), or null
 * when the text is too short or mixed to tell.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, 3000)
  if (sample.length < 40) return null
  const found = eld.detect(sample)
  return found.language && found.isReliable() ? found.language : null
}
