import type { ColumnType, Generated, Kysely, Transaction as KyselyTransaction } from 'kysely'
import type { DatePrecision, Kind, SummaryOrigin } from '../domain/article.ts'
import type { FeedFormat, FeedKind } from '../domain/feed.ts'
import type { ProblemSubject } from '../domain/problem.ts'
import type { SavedState } from '../domain/saved.ts'
import type { Silence } from '../domain/subscription.ts'
import type { Decision } from '../domain/suggestion.ts'

// Instants are integer milliseconds UTC. Reasons and errors are JSON (domain/reason.ts), or the prose of
// older versions. Row types never leave this folder.

type FeedTable = {
  id: Generated<number>
  url: string
  title: string
  kind: FeedKind
  format: Generated<FeedFormat>
  /** CSS selector of a listing's links, where an admin gave one. */
  selector: string | null
  /** A JSON list of words. */
  tags: Generated<string>
  /** The host name in `url`: what is asked of one host is counted together. */
  host: string
  /** What the feed asks of those who poll it, as JSON. */
  wishes: string | null
  /** 1 for a feed of the bundled sample newspaper, else 0. */
  is_sample: Generated<number>
  etag: string | null
  last_modified: string | null
  /** 1 when ETag and Last-Modified stood still while the content changed. */
  distrusts_validators: Generated<number>
  /** SHA-256 of the last body, in hex. */
  body_hash: string | null
  /** SHA-256 of a body that cost too much to read, in hex; null since one could be read. */
  costly_hash: string | null
  /** When the last body came in answer to an unconditional request. */
  last_full_at: number | null
  next_due_at: number
  /** When its publisher lets it be asked again. */
  not_before: number | null
  interval_minutes: number | null
  failures: Generated<number>
  /** Answers of 404 in a row. */
  not_found: Generated<number>
  last_error: string | null
  /** What admins should know though the feed can be read. */
  notice: string | null
  /** Where a permanent redirect points, and since when it has held. */
  moved_to: string | null
  moved_since: number | null
  /** Set when the feed is polled no more; `last_error` says why. */
  stopped_at: number | null
  last_read_at: number | null
  /** How much its articles count; 1 is the usual. */
  weight: Generated<number>
  created_at: ColumnType<number, number, never>
  removed_at: number | null
}

/** `waiting`: not fetched yet; `read`: text known; `failed`: the feed's own words stand. */
export type PageState = (typeof pageStates)[number]

export const pageStates = ['waiting', 'read', 'failed'] as const

type ArticleTable = {
  id: Generated<number>
  /** In the order in which articles could first be seen (arrivals.ts); null before that. */
  arrival: Generated<number | null>
  feed_id: number
  url: string
  title: string
  author: string | null
  kind: Kind
  published_at: number
  /** Null in rows from before it was kept. */
  date_precision: DatePrecision | null
  first_seen_at: number
  language: string | null
  standfirst: string | null
  summary: string | null
  summary_origin: SummaryOrigin | null
  /** Where the summary's sentences stand in `body`: a JSON list of [start, end). */
  summary_places: string | null
  /** Its place in its feed, from 0, where that is not only by time. */
  place: number | null
  /** Why it is of its kind. */
  kind_reason: string | null
  columnist_id: number | null
  picture: string | null
  page_state: PageState
  page_error: string | null
  page_wall: string | null
  page_attempts: Generated<number>
  /** When a page that failed is tried again. */
  page_due_at: number | null
  body: string | null
  /** The article that has the same canonical address. */
  duplicate_of: number | null
  story_id: number | null
  /** The story that a column is about. */
  about_story: number | null
  /** Why it is in its story. */
  story_reason: string | null
  /** 1 for one more part of a routine series of its feed, else 0. */
  is_routine: Generated<number>
}

/** A story's number is that of the article that founded it. */
type StoryTable = {
  id: number
  /** The article that stands for it. */
  lead_id: number | null
  /** The earlier part of a running story. */
  continues: number | null
  merged_into: number | null
  merge_reason: string | null
  is_pinned: Generated<number>
}

/** An article that went with its story into another, and why it was in the first. */
type StoryMoveTable = {
  article_id: number
  from_story: number
  into_story: number
  reason: string | null
}

/** What was read of an article's words (stories/read-words.ts), and until when that is of use. */
type StoryWordsTable = { article_id: number; words: string; until: number }

/** Stories that an admin took apart. */
type StoryApartTable = { story_id: number; other_id: number }

type ColumnistTable = {
  id: Generated<number>
  name: string
  /** The same for all spellings of the name. */
  name_key: string
  note: string | null
  merged_into: number | null
}

type FeedItemTable = { feed_id: number; item_id: string; article_id: number }

type SubscriptionTable = {
  id: Generated<number>
  chat_id: number
  /** The topic of a forum, or null. */
  thread_id: number | null
  zone: string
  /** `07:30 19:00`: ascending local times of day. */
  times: string
  /** `12345`: ascending ISO weekdays. */
  weekdays: Generated<string>
  paused_until: number | null
  /** 1 to get a line also when nothing is new, else 0. */
  quiet_note: Generated<number>
  silence: Generated<Silence>
  /** What it wants of the news; null for everything. */
  paper_id: number | null
  /** `uk`: the language that was chosen; null for that of the person. */
  language: string | null
  next_slot_at: number
  /** The arrivals up to this one have been delivered. */
  covered_through: number | null
  /** Up to which arrival it was looked for what it is told at once; null where that is nothing. */
  alert_through: number | null
  /** When its reader is next reminded of what they saved; null for never. */
  remind_at: number | null
  /** What its next digest tells of: words of `DigestNote`, parted by spaces. */
  notes: string | null
  ended_at: number | null
  end_reason: string | null
  created_at: ColumnType<number, number, never>
}

/** What chats want of the news (domain/paper.ts), once for all who want the same. */
type PaperTable = {
  id: Generated<number>
  /** SHA-256 of the value, in hex. */
  hash: string
  /** Canonical JSON. */
  value: string
}

/** An hour of a subscription that brings a paper of its own. */
type HourPaperTable = {
  subscription_id: number
  /** `18:00` */
  time: string
  /** `7`: the weekdays on which it comes; null for those of all hours. */
  weekdays: string | null
  /** Null for everything. */
  paper_id: number | null
  /** The arrivals up to this one are covered at this hour. */
  covered_through: number | null
}

/** What has come by one paper, to those that have several: what it wanted of the arrivals in (after, through]. */
type BroughtTable = {
  subscription_id: number
  /** It counts once that is sent; null for what came otherwise. */
  delivery_id: number | null
  paper_id: number | null
  /** When the paper was read so. */
  as_of: number
  after: number | null
  through: number
}

/** An article that has changed in what a page depends on; null for feeds and columnists. */
type NewsChangeTable = { number: Generated<number>; article_id: number | null }

/** A digest as it was composed and rendered, once for all chats that share it. */
type EditionTable = {
  id: Generated<number>
  /** Once delivered, the arrivals up to this one are covered. */
  covers_through: number
  created_at: ColumnType<number, number, never>
}

type EditionPartTable = {
  edition_id: number
  /** From 0 in reading order. */
  seq: number
  html: string
  /** Callback data of the button beneath the part, if it has one. */
  button: string | null
  /** The picture that stands with it, as JSON (domain/delivery.ts, LinkPreview). */
  link_preview: string | null
  /** The language that it is written in; English where null. */
  language: string | null
}

/** In which language the bot speaks with a person whose chat has chosen none; English without a row. */
type PersonTable = {
  /** Telegram's number of the person and of their private chat. */
  id: number
  language: string
  /** 1 if the person chose it, 0 if it is that of their app. */
  is_chosen: Generated<number>
}

/** Which articles stand in which part of an edition. */
/** The numbers of the articles that stand in a part, as JSON. */
type EditionListTable = { edition_id: number; seq: number; article_ids: string }

export type DeliveryState = (typeof deliveryStates)[number]

export const deliveryStates = ['planned', 'sent', 'failed', 'skipped'] as const

/** What became of one slot of a subscription. */
type DeliveryTable = {
  id: Generated<number>
  subscription_id: number
  /** The slot's local date and time, as in `2024-06-14T07:30`; of an alert `alert 731`. */
  slot: string
  slot_at: number
  /** What is sent; null for a slot that was skipped. */
  edition_id: number | null
  state: DeliveryState
  /** Why it was skipped or failed; a digest that was caught up says so. */
  reason: string | null
  /** The hour whose own paper it brings (`18:00`); null for the usual one. */
  hour: string | null
  created_at: ColumnType<number, number, never>
}

/**
 * `waiting` until the part before it is sent, then `planned`; `dropped` when its delivery ended
 * before it was sent.
 */
export type PartState = 'waiting' | 'planned' | 'sent' | 'dropped'

/** One message on its way; what it says is the part of the delivery's edition with its number. */
type DeliveryPartTable = {
  delivery_id: number
  seq: number
  state: PartState
  attempts: Generated<number>
  /** How many attempts went out and got no answer: it may have arrived. */
  unclear: Generated<number>
  next_attempt_at: number
  /** Set while a sender has it claimed. */
  lease_until: number | null
  message_id: number | null
  sent_at: number | null
}

/** What an alert tells: the article, and the follow that it is for (`search harbour`). */
type AlertTable = { delivery_id: number; article_id: number; follow: string }

/** What a model took on one day (`2024-06-14`). */
type ModelUsageTable = {
  day: string
  input_tokens: Generated<number>
  output_tokens: Generated<number>
  /** Millionths of the money that prices are in. */
  cost_millionths: Generated<number>
}

/** What a model answered to a text: a summary, or the reason why there is none. */
type ModelAnswerTable = {
  content_hash: string
  summary: string | null
  reason: string | null
  answered_at: number
}

/** What a model made of an article's headline and summary in another language, or why it made nothing. */
type TranslationTable = {
  article_id: number
  /** `uk`: into which it is translated. */
  language: string
  /** SHA-256 of the words that were translated, in hex. */
  content_hash: string
  title: string | null
  summary: string | null
  reason: string | null
  answered_at: number
}

/** A group or channel that a person has configured. */
type ChatAdminTable = {
  person_id: number
  chat_id: number
}

/** Something that was set aside, and what is wrong with it (domain/problem.ts). */
type ProblemTable = {
  subject: ProblemSubject
  subject_id: number
  code: string
  detail: string | null
  times: Generated<number>
  first_seen_at: ColumnType<number, number, never>
  last_seen_at: number
  /** When admins were told of it. */
  told_at: number | null
}

/** What a person keeps to read later, as it was; once for each address. */
type SavedTable = {
  /** Telegram's number of the person. */
  person_id: number
  url: string
  title: string
  source: string
  state: SavedState
  /** Unique to each of a person's. */
  saved_at: number
}

/** A source that a reader suggested. */
type SuggestionTable = {
  url: string
  /** Telegram's number of the person; null once they had it deleted. */
  person_id: number | null
  suggested_at: number
  /** What an admin made of it; null before that. */
  decision: Decision | null
}

export type Tables = {
  feed: FeedTable
  article: ArticleTable
  columnist: ColumnistTable
  story: StoryTable
  story_apart: StoryApartTable
  story_move: StoryMoveTable
  story_words: StoryWordsTable
  feed_item: FeedItemTable
  subscription: SubscriptionTable
  paper: PaperTable
  hour_paper: HourPaperTable
  brought: BroughtTable
  news_change: NewsChangeTable
  edition: EditionTable
  edition_part: EditionPartTable
  person: PersonTable
  edition_list: EditionListTable
  delivery: DeliveryTable
  delivery_part: DeliveryPartTable
  alert: AlertTable
  model_usage: ModelUsageTable
  model_answer: ModelAnswerTable
  translation: TranslationTable
  problem: ProblemTable
  chat_admin: ChatAdminTable
  saved: SavedTable
  suggestion: SuggestionTable
}

export type Database = Kysely<Tables>

/** What a function takes that writes more than once, or that writes what it has read. */
export type Transaction = KyselyTransaction<Tables>
