import type { Follow, Paper } from '../domain/paper.ts'
import type { ChatTopic } from '../domain/subscription.ts'
import { columnistNames, storyTitles } from '../store/names.ts'
import { changePaper, type PaperChange } from './papers.ts'
import type { Serving } from './serving.ts'

type Parts = Pick<Serving, 'db'>

/** Follows a story: it stands at the head of the digest. */
export function followStory(parts: Parts, topic: ChatTopic, id: number): Promise<PaperChange> {
  return follow(parts, topic, { kind: 'story', of: String(id), alert: false })
}

/** Follows a columnist. */
export function followColumnist(parts: Parts, topic: ChatTopic, id: number): Promise<PaperChange> {
  return follow(parts, topic, { kind: 'columnist', of: String(id), alert: false })
}

/** Follows something, or says anew whether it is told at once. */
export function follow(parts: Parts, topic: ChatTopic, wish: Follow): Promise<PaperChange> {
  return changePaper(parts, topic, (paper) => withFollow(paper, wish))
}

/** Takes a follow back. */
export function unfollow(
  parts: Parts,
  topic: ChatTopic,
  wish: Pick<Follow, 'kind' | 'of'>,
): Promise<PaperChange> {
  return changePaper(parts, topic, (paper) => withoutFollow(paper, wish))
}

/** A paper with something followed; what was followed before is told as the new wish says. */
export function withFollow(paper: Paper, wish: Follow): Paper {
  const { follows } = withoutFollow(paper, wish)
  return { ...paper, follows: [...follows, wish] }
}

export function withoutFollow(paper: Paper, { kind, of }: Pick<Follow, 'kind' | 'of'>): Paper {
  const follows = paper.follows.filter((each) => each.kind !== kind || each.of !== of)
  return { ...paper, follows }
}

/** What a paper follows, each with what it is called. */
export async function listFollows(
  { db }: Parts,
  { follows }: Paper,
): Promise<(Follow & { name: string })[]> {
  const numbers = (kind: Follow['kind']) =>
    follows.filter((each) => each.kind === kind).map(({ of }) => Number(of))
  const [columnists, stories] = await Promise.all([
    columnistNames(db, numbers('columnist')),
    storyTitles(db, numbers('story')),
  ])
  const nameOf = ({ kind, of }: Follow) => {
    if (kind === 'search') return of
    return (kind === 'columnist' ? columnists : stories).get(Number(of)) ?? of
  }
  return follows.map((each) => ({ ...each, name: nameOf(each) }))
}
