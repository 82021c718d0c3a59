import type { Headline, Story } from '../domain/digest.ts'

/**
 * The same story with the outlets that everybody can read before those behind a paywall: where the lead
 * is behind one, the first free outlet leads in its place.
 */
export function freeLead<A extends Pick<Headline, 'isPaid'>>(story: Story<A>): Story<A> {
  const { lead, others, further } = story
  if (!lead.isPaid && !others.some(isPaid)) return story
  const outlets = [lead, ...others]
  const [first = lead, ...rest] = [
    ...outlets.filter((each) => !each.isPaid),
    ...outlets.filter(isPaid),
  ]
  return { lead: first, others: rest, further }
}

const isPaid = ({ isPaid }: Pick<Headline, 'isPaid'>) => isPaid
