import { isLanguage } from '../domain/language.ts'
import { paperOfHour } from '../domain/own-hours.ts'
import type { Paper } from '../domain/paper.ts'
import { readCell } from './cells.ts'
import { readPaper } from './papers.ts'
import { subscriptionShape } from './subscription-shape.ts'
import type { Database } from './tables.ts'

/** A paper whose readers want it translated, and how many have it in this zone and language. */
export type TranslatedPaper = { paper: Paper; zone: string; language: string; readers: number }

export type PapersAsked = {
  /** The language of who has chosen none. */
  fallback: string
  /** Only of chats whose next digest is due by then; null for all that get digests. */
  dueBy: Temporal.Instant | null
  most: number
}

/** The papers that some chat wants translated, those of hours too, with what is muted and followed at all hours: the most read first. */
export async function translatedPapers(
  db: Database,
  { fallback, dueBy, most }: PapersAsked,
): Promise<TranslatedPaper[]> {
  const rows = await db
    .selectFrom((e) => {
      const active = e
        .selectFrom('subscription')
        .leftJoin('person', 'person.id', 'subscription.chat_id')
        .where('ended_at', 'is', null)
        .$if(dueBy !== null, (q) => q.where('next_slot_at', '<=', dueBy?.epochMilliseconds ?? 0))
        .select((e) => [
          'zone',
          e.fn.coalesce('subscription.language', 'person.language', e.val(fallback)).as('language'),
        ])
      return active
        .select(['subscription.paper_id', 'subscription.paper_id as main_id'])
        .unionAll(
          active
            .innerJoin('hour_paper', 'hour_paper.subscription_id', 'subscription.id')
            .select(['hour_paper.paper_id', 'subscription.paper_id as main_id']),
        )
        .as('wanted')
    })
    .innerJoin('paper', 'paper.id', 'wanted.paper_id')
    .leftJoin('paper as main', 'main.id', 'wanted.main_id')
    .where('paper.value', 'like', '%"translated":true%')
    .groupBy(['paper.id', 'paper.value', 'main.id', 'main.value'])
    .groupBy(['wanted.zone', 'wanted.language'])
    .select((e) => [
      'paper.value',
      'main.value as main',
      'wanted.zone',
      'wanted.language',
      e.fn.countAll<number>().as('readers'),
    ])
    .orderBy('readers', 'desc')
    .orderBy('paper.id')
    .orderBy('main.id')
    .limit(most)
    .execute()
  return rows.flatMap(({ value, main, zone, language, readers }) =>
    isLanguage(language)
      ? {
          paper: paperOfHour({ paper: readPaper(value) }, readPaper(main)),
          zone: readCell(subscriptionShape.zone, zone),
          ...{ language, readers: Number(readers) },
        }
      : [],
  )
}
