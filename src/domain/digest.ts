import type { Article } from './article.ts'

/** The articles of several feeds that report one event: its lead and where else it stands. */
export type Story = { lead: Article; others: Article[] }

/** One day of a digest, in the reader's zone: its stories and its columns, newest first. */
export type DigestDay = { date: Temporal.PlainDate; stories: Story[]; columns: Article[] }

/** What one reader gets: days, newest first. Days without anything are left out. */
export type Digest = { zone: string; days: DigestDay[] }
