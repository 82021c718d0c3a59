import { type Mutes, type Paper, withValue } from '../domain/paper.ts'
import type { ChatTopic } from '../domain/subscription.ts'
import { columnistNames, storyTitles } from '../store/names.ts'
import { feedsOfPapers } from '../store/papers.ts'
import { formsAsked, formsIn, holdsAll } from '../text/search/any-form.ts'
import { changePaper, type PaperChange } from './papers.ts'
import type { Serving } from './serving.ts'

type Parts = Pick<Serving, 'db' | 'now'>

/** What a chat can mute: `of` is the word, or the number of the columnist, story or feed. */
export type Mute = { kind: (typeof muteKinds)[number]; of: string }

export const muteKinds = ['word', 'columnist', 'story', 'feed'] as const

export const fewestLetters = 3
export const mostMutedLetters = 60

/** The readers' languages: a word may say nothing in one of them. */
const languages = ['en', 'uk']

/** A story is muted for so long. */
const storyMuted = Temporal.Duration.from({ hours: 7 * 24 })

export type WordMute =
  /** With the word as it is kept: what is known leaves out all that holds the one typed. */
  | { kind: 'muted' | 'known'; word: string }
  | { kind: 'short' | 'long' }
  /** It is of words that say nothing, such as `the`. */
  | { kind: 'empty-words' }
  | Exclude<PaperChange, { kind: 'changed' }>

/**
 * Mutes what was typed: a word, or several, which a headline must hold all. Case and endings do not
 * count.
 */
export async function muteWord(parts: Parts, topic: ChatTopic, typed: string): Promise<WordMute> {
  const word = typed
    .replace(/[\s"“”„«»]+/g, ' ')
    .trim()
    .normalize('NFC')
  const letters = word.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  if (letters < fewestLetters) return { kind: 'short' }
  if (word.length > mostMutedLetters) return { kind: 'long' }
  if (languages.some((language) => formsAsked(word, language).length === 0)) {
    return { kind: 'empty-words' }
  }
  const covers = (muted: string) =>
    languages.every((language) => holdsAll(formsIn(word, language), muted, language))
  let known: string | undefined
  const outcome = await changePaper(parts, topic, (paper) => {
    known = paper.mutes.words.find(covers)
    return known === undefined ? withMute(paper, { kind: 'word', of: word }, parts.now()) : paper
  })
  if (outcome.kind !== 'changed') return outcome
  return known === undefined ? { kind: 'muted', word } : { kind: 'known', word: known }
}

/** Takes a mute back. */
export function unmute(parts: Parts, topic: ChatTopic, mute: Mute): Promise<PaperChange> {
  return changePaper(parts, topic, (paper) => withoutMute(paper, mute))
}

/** A paper with one mute more. */
export function withMute(paper: Paper, { kind, of }: Mute, now: Temporal.Instant): Paper {
  const { off } = paper
  const mutes = stillMuted(paper.mutes, now)
  const id = Number(of)
  switch (kind) {
    case 'word':
      return { ...paper, mutes: { ...mutes, words: withValue(mutes.words, of, true) } }
    case 'columnist':
      return { ...paper, mutes: { ...mutes, columnists: withValue(mutes.columnists, id, true) } }
    case 'story': {
      const until = now.add(storyMuted).epochMilliseconds
      const others = mutes.stories.filter(({ story }) => story !== id)
      return { ...paper, mutes: { ...mutes, stories: [...others, { story: id, until }] } }
    }
    case 'feed':
      return { ...paper, off: { ...off, feeds: withValue(off.feeds, id, true) } }
  }
}

/** A paper with one mute less. */
export function withoutMute(paper: Paper, { kind, of }: Mute): Paper {
  const { mutes, off } = paper
  const id = Number(of)
  return {
    ...paper,
    off: kind === 'feed' ? { ...off, feeds: withValue(off.feeds, id, false) } : off,
    mutes: {
      words: kind === 'word' ? withValue(mutes.words, of, false) : mutes.words,
      columnists: kind === 'columnist' ? withValue(mutes.columnists, id, false) : mutes.columnists,
      stories: kind === 'story' ? mutes.stories.filter(({ story }) => story !== id) : mutes.stories,
    },
  }
}

/** The same without the stories whose time is over. */
export function stillMuted(mutes: Mutes, now: Temporal.Instant): Mutes {
  const stories = mutes.stories.filter(({ until }) => until > now.epochMilliseconds)
  return { ...mutes, stories }
}

/** What a paper mutes, each with what it is called: the feeds that it leaves out too. */
export async function listMutes(
  { db, now }: Parts,
  paper: Paper,
): Promise<(Mute & { name: string })[]> {
  const { words, columnists, stories } = stillMuted(paper.mutes, now())
  const storyIds = stories.map(({ story }) => story)
  const [names, titles, feeds] = await Promise.all([
    columnistNames(db, columnists),
    storyTitles(db, storyIds),
    feedsOfPapers(db),
  ])
  const named = (kind: Mute['kind'], ids: readonly number[], known: ReadonlyMap<number, string>) =>
    ids.map((id) => ({ kind, of: String(id), name: known.get(id) ?? String(id) }))
  const out = feeds.filter(({ id }) => paper.off.feeds.includes(id))
  return [
    ...words.map((word) => ({ kind: 'word' as const, of: word, name: word })),
    ...named('columnist', columnists, names),
    ...named('story', storyIds, titles),
    ...out.map(({ id, title }) => ({ kind: 'feed' as const, of: String(id), name: title })),
  ]
}
