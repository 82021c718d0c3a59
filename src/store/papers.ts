import { createHash } from 'node:crypto'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import type { FeedKind } from '../domain/feed.ts'
import {
  canonicalPaper,
  followKinds,
  isUsualPaper,
  mostMinutes,
  type Paper,
  paperKinds,
  paperLengths,
  usualPaper,
} from '../domain/paper.ts'
import { pictureSizes } from '../domain/picture.ts'
import { createMemory } from '../lib/memory.ts'
import { cell, json, readCell, type Shape } from './cells.ts'
import { feedShape } from './news-shapes.ts'
import type { Database, Tables } from './tables.ts'

const sources = z.object({ sections: z.array(z.string()), feeds: z.array(z.int()) })

/** A part that is missing, as in papers of older versions, is the usual one. */
const paper = z
  .object({
    off: sources,
    more: sources,
    less: sources,
    caps: z.array(z.object({ section: z.string(), most: z.int().min(1) })),
    languagesOff: z.array(z.string()),
    kinds: z.enum(paperKinds),
    mutes: z.object({
      words: z.array(z.string()),
      columnists: z.array(z.int()),
      stories: z.array(z.object({ story: z.int(), until: z.int() })),
    }),
    follows: z.array(z.object({ kind: z.enum(followKinds), of: z.string(), alert: z.boolean() })),
    length: z.union([z.enum(paperLengths), z.int().min(1).max(mostMinutes)]),
    pictures: z.enum(pictureSizes),
    translated: z.boolean(),
  })
  .partial()
  .transform((chosen): Paper => ({ ...usualPaper, ...chosen }))

/** The same papers are read again and again: one that was is kept a while, of the many that are read for their digests few. */
const readKnown = createMemory(1000)(json(paper))

/** How the columns of a paper are read. */
export const paperShape = {
  value: cell((raw) => (typeof raw === 'string' ? readKnown(raw) : undefined), '{}'),
} satisfies Shape

/** Reads the value of a paper; null stands for the usual one. */
export function readPaper(value: string | null): Paper {
  return value === null ? usualPaper : readCell(paperShape.value, value)
}

/** Keeps a paper, once for all who have the same; returns its number, or null for the usual paper. */
export async function keepPaper(db: Database, paper: Paper): Promise<number | null> {
  const kept = canonicalPaper(paper)
  if (isUsualPaper(kept)) return null
  const value = JSON.stringify(kept)
  const hash = createHash('sha256').update(value).digest('hex')
  await db
    .insertInto('paper')
    .values({ hash, value })
    .onConflict((c) => c.column('hash').doNothing())
    .execute()
  const { id } = await db
    .selectFrom('paper')
    .select('id')
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow()
  return id
}

/** What choosing of papers needs to know of a feed. */
export type FeedOfPaper = { id: number; title: string; kind: FeedKind; tags: readonly string[] }

/** The feeds in use, in the order of their titles. */
export async function feedsOfPapers(db: Database): Promise<FeedOfPaper[]> {
  const rows = await db
    .selectFrom('feed')
    .select(['id', 'title', 'kind', 'tags'])
    .where('removed_at', 'is', null)
    .orderBy('title')
    .orderBy('id')
    .execute()
  return rows.map(({ id, title, kind, tags }) => ({
    id,
    title: readCell(feedShape.title, title),
    kind: readCell(feedShape.kind, kind),
    tags: readCell(feedShape.tags, tags),
  }))
}

/** Whether any chat has a paper, or has got anything by it that is remembered. */
export function isWanted(e: ExpressionBuilder<Tables, 'paper'>): Expression<SqlBool> {
  const tables = ['subscription', 'hour_paper', 'brought'] as const
  return e.or(
    tables.map((table) =>
      e.exists(
        e.selectFrom(table).select(sql`1`.as('one')).whereRef(`${table}.paper_id`, '=', 'paper.id'),
      ),
    ),
  )
}

/** Forgets the papers that no chat has any more; returns their number. */
export async function forgetPapers(db: Database): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('paper')
    .where((e) => e.not(isWanted(e)))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
