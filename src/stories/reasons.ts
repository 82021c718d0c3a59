import type { Reason } from '../domain/reason.ts'

export const founding: Reason = { code: 'story-first' }

export function sameAddress(title: string): Reason {
  return { code: 'story-same-address', title }
}

export function sameTitle(title: string): Reason {
  return { code: 'story-same-title', title }
}

export function sharedWords(title: string, words: string[], likeness: number): Reason {
  return {
    code: 'story-shared-words',
    title,
    words: words.join(', '),
    likeness: hundredths(likeness),
  }
}

export function sharedNames(title: string, anchors: string[]): Reason {
  return { code: 'story-shared-names', title, names: anchors.slice(0, 6).join(', ') }
}

export function joinedBy(title: string, likeness: number): Reason {
  return { code: 'story-joined', title, likeness: hundredths(likeness) }
}

function hundredths(number: number): number {
  return Number(number.toFixed(2))
}
