import type { Block } from './blocks.ts'
import { plainWords } from './plain-words.ts'

/** The words by which a page says what its article is about, each by its first letters. */
export type Topic = ReadonlySet<string>

const stemLength = 5

/** The longer words of title and description. Those of scripts without spaces make none. */
export function topicOf(texts: (string | null)[]): Topic {
  return new Set(texts.flatMap((text) => stems(text ?? '')))
}

/** The share of the topic that a text speaks of, from 0 to 1; 0 where there is no topic. */
export function relevance(blocks: Block[], topic: Topic): number {
  if (topic.size === 0) return 0
  const told = new Set<string>()
  for (const { text } of blocks) {
    for (const stem of stems(text)) if (topic.has(stem)) told.add(stem)
    if (told.size === topic.size) break
  }
  return told.size / topic.size
}

function stems(text: string): string[] {
  return plainWords(text)
    .split(' ')
    .filter((word) => word.length >= stemLength - 1 && word.length < 30)
    .map((word) => word.slice(0, stemLength))
}
