import type { PaperLength } from '../domain/paper.ts'

/** How many local days a digest spans: today and the day before. */
export const digestDays = 2

/** A review of more days than this has no pages for each of them. */
export const mostReviewed = 14

/** What the first page of a digest holds at most; `leads` of its stories are shown with a summary. */
export type PageShape = { stories: number; columns: number; leads: number }

/** The usual page fits two messages. */
const shapes = {
  headlines: { stories: 30, columns: 6, leads: 0 },
  short: { stories: 8, columns: 2, leads: 3 },
  usual: { stories: 25, columns: 6, leads: 5 },
  long: { stories: 40, columns: 10, leads: 8 },
} satisfies Record<string, PageShape>

export const usualShape: PageShape = shapes.usual

/** As fast as people read on average (https://doi.org/10.1016/j.jml.2019.104047 gives 238). */
export const wordsAMinute = 220

/** How many words a headline has on average, and one with its summary, and a column with its standfirst. */
const words = { headline: 11, lead: 60, column: 40 }

/** The first page for a length that a chat has chosen. */
export function shapeOf(length: PaperLength): PageShape {
  if (typeof length !== 'number') return shapes[length]
  const budget = length * wordsAMinute
  // A digest of columns alone has a first page too.
  const columns = Math.max(1, Math.min(shapes.long.columns, Math.floor(budget / 6 / words.column)))
  const leads = Math.min(shapes.usual.leads, Math.floor(budget / 2 / words.lead))
  const left = budget - columns * words.column - leads * words.lead
  const stories = leads + Math.floor(left / words.headline)
  return { stories: Math.min(shapes.long.stories, stories), columns, leads }
}

/** What each later page holds: a list without summaries. */
export const listShape: PageShape = { stories: 40, columns: 10, leads: 0 }
export const storiesOnPage = listShape.stories
export const columnsOnPage = listShape.columns

/** How many stories the first page of a review of so many days holds; it fits two messages. */
export function storiesOfReview(days: number, { stories }: PageShape): number {
  return Math.min(stories + 3 * Math.max(0, days - digestDays), storiesOnPage)
}

/** How many stories and columns that a chat follows stand at the head of its digest. */
export const mostFollowed = 10

/** How many stories of a day, the first ones, are shown with a summary in a digest that is printed whole. */
export const summarisedPerDay = 3

/** A page with at least so many stories of its newest day has a summary of three sentences at its head. */
export const longDay = 12
