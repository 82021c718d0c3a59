import type { StoryReason } from '../domain/story.ts'

export const founding: StoryReason = { by: 'first', text: 'It is the first to report this.' }

export function sameAddress(title: string): StoryReason {
  return { by: 'address', text: `It has the same address as “${title}”.` }
}

export function sameTitle(title: string): StoryReason {
  return { by: 'title', text: `It has the same title as “${title}”.` }
}

export function sharedWords(title: string, stems: string[], likeness: number): StoryReason {
  const words = stems.slice(0, 6).join(', ')
  return {
    by: 'words',
    text: `It is like “${title}” (${words}); its likeness to the story is ${likeness.toFixed(2)}.`,
  }
}

export function sharedNames(title: string, anchors: string[]): StoryReason {
  const what = anchors.slice(0, 6).join(', ')
  return { by: 'names', text: `It shares names and numbers with “${title}” (${what}).` }
}

export function joinedBy(title: string, likeness: number): StoryReason {
  return {
    by: 'words',
    text: `“${title}” belongs to both stories; their likeness is ${likeness.toFixed(2)}.`,
  }
}
