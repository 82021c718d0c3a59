/** How many local days a digest spans: today and the day before. */
export const digestDays = 2

/** How many headlines a digest shows before `More news`. */
export const pageSize = 40

/** How many stories of a day, the first ones, are shown with a summary. */
export const summarisedPerDay = 3

/** A day of at least so many stories has a summary of three sentences at the head of its digest. */
export const longDay = 12
