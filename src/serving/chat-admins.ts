import type { ChatTopic } from '../domain/subscription.ts'
import * as store from '../store/chat-admins.ts'
import type { Serving } from './serving.ts'

/** Telegram is asked about each of them. */
const most = 20

/** Notes that a person has configured a group or channel. */
export function noteChatAdmin(
  { db }: Pick<Serving, 'db'>,
  admin: { personId: number; chatId: number },
): Promise<void> {
  return store.noteChatAdmin(db, admin)
}

/** The newest chats and topics with a digest that a person has configured; Telegram knows whether they still may. */
export function chatsOfAdmin({ db }: Pick<Serving, 'db'>, personId: number): Promise<ChatTopic[]> {
  return store.chatsOfAdmin(db, personId, most)
}
