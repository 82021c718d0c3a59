import type { Paper } from '../domain/paper.ts'
import type { ChatTopic } from '../domain/subscription.ts'
import { columnistNames, storyTitles } from '../store/names.ts'
import { withFollow, withoutFollow } from './follows.ts'
import { stillMuted, withMute, withoutMute } from './mutes.ts'
import { changePaper, type PaperChange } from './papers.ts'
import { activeSubscription } from './preferences.ts'
import type { Serving } from './serving.ts'

type Parts = Pick<Serving, 'db' | 'now'>

/** A story or a columnist, by number. */
export type Thing = { kind: (typeof thingKinds)[number]; id: number }

export const thingKinds = ['story', 'columnist'] as const

/** What a chat wants of a thing: more, nothing, or neither of these. */
export type Stance = (typeof stances)[number]

export const stances = ['followed', 'muted', 'none'] as const

/** The stance of a chat on a thing that has several numbers, the usual one first; and the number that it is on. */
export async function stanceOn(
  parts: Parts,
  topic: ChatTopic,
  kind: Thing['kind'],
  [usual, ...others]: readonly [number, ...number[]],
): Promise<{ thing: Thing; stance: Stance }> {
  const paper = (await activeSubscription(parts, topic))?.paper
  for (const id of paper ? [usual, ...others] : []) {
    const stance = paper ? stanceIn(paper, { kind, id }, parts.now()) : 'none'
    if (stance !== 'none') return { thing: { kind, id }, stance }
  }
  return { thing: { kind, id: usual }, stance: 'none' }
}

function stanceIn(paper: Paper, { kind, id }: Thing, now: Temporal.Instant): Stance {
  const { stories, columnists } = stillMuted(paper.mutes, now)
  const isMuted =
    kind === 'story' ? stories.some(({ story }) => story === id) : columnists.includes(id)
  if (isMuted) return 'muted'
  const isFollowed = paper.follows.some((each) => each.kind === kind && each.of === String(id))
  return isFollowed ? 'followed' : 'none'
}

/** Takes a stance in place of the one before: nothing is both followed and muted. */
export async function takeStance(
  parts: Parts,
  topic: ChatTopic,
  thing: Thing,
  stance: Stance,
): Promise<PaperChange | { kind: 'gone' }> {
  const { kind, id } = thing
  const of = String(id)
  const namesOf = kind === 'story' ? storyTitles : columnistNames
  if (stance !== 'none' && !(await namesOf(parts.db, [id])).has(id)) return { kind: 'gone' }
  const now = parts.now()
  return changePaper(parts, topic, (paper) => {
    // What is told at once goes on so.
    if (stanceIn(paper, thing, now) === stance) return paper
    const neither = withoutMute(withoutFollow(paper, { kind, of }), { kind, of })
    if (stance === 'followed') return withFollow(neither, { kind, of, alert: false })
    return stance === 'muted' ? withMute(neither, { kind, of }, now) : neither
  })
}
