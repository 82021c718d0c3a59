import { z } from 'zod'
import { datePrecisions, kinds, summaryOrigins } from '../domain/article.ts'
import { feedFormats, feedKinds, weekdays } from '../domain/feed.ts'
import { pictureSizes } from '../domain/picture.ts'
import { withoutFilingCodes } from '../text/filing-codes.ts'
import {
  between,
  cell,
  count,
  flag,
  headerText,
  instant,
  json,
  nullable,
  oneOf,
  reason,
  required,
  rowNumber,
  type Shape,
  text,
  webAddress,
  words,
} from './cells.ts'
import { deliveryStates, pageStates } from './tables.ts'

const maybeText = cell(nullable(text), null)
const maybeReason = cell(nullable(reason), null)
const maybeInstant = cell(nullable(instant), null)
const maybeRow = cell(nullable(rowNumber), null)

const hints = z.object({
  ttlMinutes: z.number().nonnegative().nullable(),
  skipHours: z.array(z.int().min(0).max(23)),
  skipDays: z.array(z.enum(weekdays)),
})

/** How the columns of a feed are read. */
export const feedShape = {
  url: required(webAddress),
  title: cell(text, ''),
  kind: cell(oneOf(feedKinds), 'news'),
  format: cell(oneOf(feedFormats), 'feed'),
  selector: maybeText,
  tags: cell(json(z.array(z.string())), '[]'),
  host: cell(text, ''),
  wishes: cell(nullable(json(hints)), null),
  is_sample: cell(flag, 0),
  etag: cell(nullable(headerText), null),
  last_modified: cell(nullable(headerText), null),
  distrusts_validators: cell(flag, 0),
  body_hash: maybeText,
  costly_hash: maybeText,
  last_full_at: maybeInstant,
  next_due_at: cell(instant, 0),
  not_before: maybeInstant,
  interval_minutes: cell(nullable(between(0, 1e6)), null),
  failures: cell(count, 0),
  not_found: cell(count, 0),
  last_error: maybeReason,
  notice: maybeReason,
  moved_to: maybeText,
  moved_since: maybeInstant,
  stopped_at: maybeInstant,
  last_read_at: maybeInstant,
  weight: cell(between(0.001, 1000), 1),
  created_at: cell(instant, 0),
  // Whatever it was, the feed was removed.
  removed_at: cell(nullable(instant), 0),
} satisfies Shape

const place = z.int().nonnegative()

/** Kept as it was published, and read without what is no part of it. */
function headline(raw: unknown): string | undefined {
  const title = words(raw)
  return title === undefined ? undefined : withoutFilingCodes(title)
}

/** How the columns of an article are read, but for its text. */
export const articleShape = {
  arrival: maybeRow,
  url: required(webAddress),
  title: required(headline),
  author: maybeText,
  kind: cell(oneOf(kinds), 'news'),
  published_at: required(instant),
  date_precision: cell(nullable(oneOf(datePrecisions)), null),
  first_seen_at: required(instant),
  language: maybeText,
  standfirst: maybeText,
  summary: maybeText,
  summary_origin: cell(nullable(oneOf(summaryOrigins)), null),
  summary_places: cell(nullable(json(z.array(z.tuple([place, place])))), null),
  kind_reason: maybeReason,
  place: cell(nullable(count), null),
  columnist_id: maybeRow,
  picture: maybeText,
  page_state: cell(oneOf(pageStates), 'failed'),
  page_error: maybeReason,
  page_wall: maybeText,
  page_attempts: cell(count, 0),
  page_due_at: maybeInstant,
  duplicate_of: maybeRow,
  story_id: maybeRow,
  about_story: maybeRow,
  story_reason: maybeReason,
  is_routine: cell(flag, 0),
} satisfies Shape

/** How the columns of a story are read. */
export const storyShape = {
  lead_id: maybeRow,
  continues: maybeRow,
  merged_into: maybeRow,
  merge_reason: maybeReason,
  is_pinned: cell(flag, 0),
} satisfies Shape

/** How the columns of a columnist are read. */
export const columnistShape = {
  name: required(words),
  note: maybeText,
  merged_into: maybeRow,
} satisfies Shape

/** How the columns of an edition are read. */
export const editionShape = {
  covers_through: cell(count, 0),
  created_at: cell(instant, 0),
} satisfies Shape

/** How the picture that stands with a part of an edition is read. */
export const linkPreviewCell = cell(
  nullable(json(z.object({ url: z.url(), size: z.enum(pictureSizes), above: z.boolean() }))),
  null,
)

/** How the columns of a delivery are read. */
export const deliveryShape = {
  slot: cell(text, ''),
  slot_at: cell(instant, 0),
  state: cell(oneOf(deliveryStates), 'failed'),
  reason: maybeReason,
  created_at: cell(instant, 0),
} satisfies Shape
