/** How many local days a digest spans: today and the day before. */
export const digestDays = 2

/** A review of more days than this has no pages for each of them. */
export const mostReviewed = 14

/** How many stories a page of a digest holds, by its number from 0; the first fits two messages. */
export function storiesOnPage(page: number): number {
  return page === 0 ? 25 : 40
}

/** How many stories the first page of a review of so many days holds; it fits two messages. */
export function storiesOfReview(days: number): number {
  return Math.min(storiesOnPage(0) + 3 * Math.max(0, days - digestDays), 40)
}

/** How many columns a page of a digest holds. */
export function columnsOnPage(page: number): number {
  return page === 0 ? 6 : 10
}

/** How many stories of the first page, the most important ones, are shown with a summary. */
export const leadsOnPage = 5

/** How many stories of a day, the first ones, are shown with a summary in a digest that is printed whole. */
export const summarisedPerDay = 3

/** A page with at least so many stories of its newest day has a summary of three sentences at its head. */
export const longDay = 12
