import type { Digest, Headline, Story } from '../domain/digest.ts'

/** Joins what several days tell of one event into one entry, under the newest of these days. */
export function eventsOnce<A extends Headline>(digest: Digest<A>): Digest<A> {
  const known = new Map<number, { story: Story<A>; feeds: Set<number> }>()
  const days = digest.days.map((day) => {
    const stories = day.stories.flatMap(({ lead, others, further }) => {
      const earlier = lead.storyId === null ? undefined : known.get(lead.storyId)
      if (!earlier) {
        const story = { lead, others: [...others], further: [...further] }
        const feeds = new Set([lead, ...others].map(({ feedId }) => feedId))
        if (lead.storyId !== null) known.set(lead.storyId, { story, feeds })
        return story
      }
      for (const article of [lead, ...others, ...further]) {
        const isSaid = earlier.feeds.has(article.feedId)
        earlier.story[isSaid ? 'further' : 'others'].push(article)
        earlier.feeds.add(article.feedId)
      }
      return []
    })
    return { ...day, stories }
  })
  return { ...digest, days }
}
