/** What an admin made of a suggested source. */
export const decisions = ['added', 'ignored'] as const
export type Decision = (typeof decisions)[number]
