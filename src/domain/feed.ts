/** What a feed carries: news only, opinion columns only, or both (decided per article). */
export type FeedKind = 'news' | 'columns' | 'mixed'

export const feedKinds: readonly FeedKind[] = ['news', 'columns', 'mixed']
