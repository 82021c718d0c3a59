import type { ChatTopic } from '../domain/subscription.ts'
import { rememberedPreferences, topicOfSubscription } from '../store/subscriptions.ts'
import type { Serving } from './serving.ts'

type Parts = Pick<Serving, 'db'>

/** The number that stands for the digest of a channel in what asks for more of it; null for none. */
export async function digestOfChannel({ db }: Parts, channel: ChatTopic): Promise<number | null> {
  return (await rememberedPreferences(db, channel))?.id ?? null
}

/** The channel whose digest a number stands for; null for none. Whether it is a channel Telegram knows. */
export function channelOfDigest({ db }: Parts, number: number): Promise<ChatTopic | null> {
  return topicOfSubscription(db, number)
}
