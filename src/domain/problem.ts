/** The kinds of things that can be set aside; with their number they name one of them. */
export const problemSubjects = [
  'subscription',
  'feed',
  'article',
  'story',
  'columnist',
  'paper',
  'edition',
  'delivery',
  'update',
] as const
export type ProblemSubject = (typeof problemSubjects)[number]

/**
 * One thing that could not be handled and was set aside, so that everything else goes on. `code`
 * says what is wrong and names the words for it (`problem-CODE` in locales); `detail` is the value
 * it speaks of, if any, which may be an encoded reason (reason.ts).
 */
export type Problem = {
  subject: ProblemSubject
  id: number
  code: string
  detail: string | null
}
