import { type RawBuilder, sql } from 'kysely'
import { instant } from './cells.ts'
import { isWanted } from './papers.ts'
import type { Database, Tables, Transaction } from './tables.ts'

/** What `/privacy` tells of, each in a line of its own: `privacy-LINE` of the locales. */
export type PrivacyLine =
  | 'number'
  | 'choices'
  | 'chats'
  | 'deliveries'
  | 'saved'
  | 'suggestions'
  | 'problems'

type Personal<Name extends keyof Tables> = {
  table: Name
  /** Which of its rows are a person's, or a chat's, by its number. */
  isOf: (number: number) => RawBuilder<unknown>
  /** Which line tells of which columns: of each. */
  lines: { [line in PrivacyLine]?: readonly (keyof Tables[Name] & string)[] }
  /** The column that is emptied, where the rest of a row stays. */
  unlinked?: keyof Tables[Name] & string
  /** Its rows are shared with all who have the same. */
  isShared?: true
}

const subscriptions = (number: number, column: 'id' | 'paper_id' = 'id') =>
  sql`select ${sql.ref(column)} from subscription where chat_id = ${number}`
const papers = (number: number) => sql`${subscriptions(number, 'paper_id')}
  union select paper_id from hour_paper where subscription_id in (${subscriptions(number)})
  union select paper_id from brought where subscription_id in (${subscriptions(number)})`
const deliveries = (number: number) =>
  sql`select id from delivery where subscription_id in (${subscriptions(number)})`

/** Every table that holds something of a person or a chat, those first whose rows hang on others. */
export const personalTables = [
  personal({
    table: 'delivery_part',
    isOf: (number) => sql`delivery_id in (${deliveries(number)})`,
    lines: {
      deliveries: [
        'delivery_id',
        'seq',
        'state',
        'attempts',
        'unclear',
        'next_attempt_at',
        'lease_until',
        'message_id',
        'sent_at',
      ],
    },
  }),
  personal({
    table: 'alert',
    isOf: (number) => sql`delivery_id in (${deliveries(number)})`,
    lines: { deliveries: ['delivery_id', 'article_id', 'follow'] },
  }),
  personal({
    table: 'problem',
    isOf: (number) =>
      sql`(subject = 'subscription' and subject_id in (${subscriptions(number)}))
        or (subject = 'delivery' and subject_id in (${deliveries(number)}))`,
    lines: {
      problems: [
        'subject',
        'subject_id',
        'code',
        'detail',
        'times',
        'first_seen_at',
        'last_seen_at',
        'told_at',
      ],
    },
  }),
  personal({
    table: 'brought',
    isOf: (number) => sql`subscription_id in (${subscriptions(number)})`,
    lines: {
      deliveries: ['subscription_id', 'delivery_id', 'paper_id', 'as_of', 'after', 'through'],
    },
  }),
  personal({
    table: 'hour_paper',
    isOf: (number) => sql`subscription_id in (${subscriptions(number)})`,
    lines: {
      choices: ['subscription_id', 'time', 'weekdays', 'paper_id'],
      deliveries: ['covered_through'],
    },
  }),
  personal({
    table: 'delivery',
    isOf: (number) => sql`subscription_id in (${subscriptions(number)})`,
    lines: {
      deliveries: [
        'id',
        'subscription_id',
        'slot',
        'slot_at',
        'edition_id',
        'state',
        'reason',
        'hour',
        'created_at',
      ],
    },
  }),
  personal({
    table: 'paper',
    isOf: (number) => sql`id in (${papers(number)})`,
    lines: { choices: ['id', 'hash', 'value'] },
    isShared: true,
  }),
  personal({
    table: 'saved',
    isOf: (number) => sql`person_id = ${number}`,
    lines: { saved: ['person_id', 'url', 'title', 'source', 'state', 'saved_at'] },
  }),
  personal({
    table: 'person',
    isOf: (number) => sql`id = ${number}`,
    lines: { choices: ['id', 'language', 'is_chosen'] },
  }),
  personal({
    table: 'chat_admin',
    isOf: (number) => sql`person_id = ${number} or chat_id = ${number}`,
    lines: { chats: ['person_id', 'chat_id'] },
  }),
  personal({
    table: 'suggestion',
    isOf: (number) => sql`person_id = ${number}`,
    lines: { suggestions: ['url', 'person_id', 'suggested_at', 'decision'] },
    unlinked: 'person_id',
  }),
  personal({
    table: 'subscription',
    isOf: (number) => sql`chat_id = ${number}`,
    lines: {
      number: ['id', 'chat_id', 'thread_id', 'created_at', 'ended_at', 'end_reason'],
      choices: [
        'zone',
        'language',
        'times',
        'weekdays',
        'paused_until',
        'quiet_note',
        'silence',
        'paper_id',
        'remind_at',
      ],
      deliveries: ['next_slot_at', 'covered_through', 'alert_through', 'notes'],
    },
  }),
] as const

/** Holds the names of columns to the table. */
function personal<Name extends keyof Tables>(given: Personal<Name>): Personal<Name> {
  return given
}

/** More than anybody has: deliveries are forgotten after 30 days. */
const mostRows = 10_000

/** A row as people can read it, by the names of its columns. */
export type PersonalRow = Record<string, unknown>

/** All that is kept of a person, or of a chat, by the names of the tables. */
export async function readPersonalData(
  db: Database,
  number: number,
): Promise<Record<string, PersonalRow[]>> {
  const found: Record<string, PersonalRow[]> = {}
  for (const { table, isOf } of personalTables.toReversed()) {
    const { rows } = await sql<PersonalRow>`
      select * from ${sql.table(table)} where ${isOf(number)} limit ${mostRows}`.execute(db)
    found[table] = rows.map(readable)
  }
  return found
}

function readable(row: PersonalRow): PersonalRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (/_(?:at|until|of)$/.test(column)) return [column, instant(value)?.toString() ?? value]
      return [column, column === 'value' ? parsed(value) : value]
    }),
  )
}

function parsed(value: unknown): unknown {
  try {
    return JSON.parse(String(value))
  } catch {
    return value
  }
}

/** Deletes all that is kept of a person, or of a chat, or empties what links it to them; and their paper if nobody else has the same. */
export async function deletePersonalData(trx: Transaction, number: number): Promise<void> {
  const { rows } = await sql<{ paper_id: number | null }>`${papers(number)}`.execute(trx)
  for (const { table, isOf, isShared, unlinked } of personalTables) {
    if (isShared) continue
    const change = unlinked
      ? sql`update ${sql.table(table)} set ${sql.ref(unlinked)} = null`
      : sql`delete from ${sql.table(table)}`
    await sql`${change} where ${isOf(number)}`.execute(trx)
  }
  for (const { paper_id } of rows) {
    await trx
      .deleteFrom('paper')
      .where('id', '=', paper_id)
      .where((e) => e.not(isWanted(e)))
      .execute()
  }
}
