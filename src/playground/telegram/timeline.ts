import type { Message } from 'grammy/types'
import { badRequest } from './api-error.ts'
import { type ChatState, describeChat } from './chat-state.ts'
import type { SentMessage } from './events.ts'
import { epochSeconds, type State } from './state.ts'

/** Private chats and groups share one count; supergroups and channels have their own. */
function nextMessageId(state: State, chat: ChatState): number {
  if (chat.type === 'supergroup' || chat.type === 'channel') return ++chat.lastMessageId
  return ++state.lastMessageId
}

/** A message of that chat and this moment. */
export function newMessage(state: State, chat: ChatState, content: Partial<Message>): Message {
  return {
    message_id: nextMessageId(state, chat),
    chat: describeChat(chat),
    date: epochSeconds(state),
    ...content,
  } as Message
}

/** Adds a message to a chat and lets those who watch know. */
export function addMessage(state: State, chat: ChatState, message: Message): Message {
  chat.messages.set(message.message_id, message)
  state.emit({ kind: 'message', chatId: chat.id, message })
  return message
}

/** The same for a message of the bot, which is also written down as sent. */
export function addOwnMessage(
  state: State,
  chat: ChatState,
  message: Message,
  flags: Pick<SentMessage, 'silent' | 'threadId'>,
): Message {
  chat.own.add(message.message_id)
  state.sent.push({
    at: state.now(),
    chatId: chat.id,
    messageId: message.message_id,
    part: chat.own.size,
    text: message.text ?? message.caption ?? '',
    ...flags,
    answered: true,
  })
  return addMessage(state, chat, message)
}

export function replaceMessage(
  state: State,
  chat: ChatState,
  before: Message,
  after: Message,
): Message {
  if (isSame(before, after)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  }
  const message = { ...after, edit_date: epochSeconds(state) }
  chat.messages.set(message.message_id, message)
  state.emit({ kind: 'edit', chatId: chat.id, message })
  return message
}

/** Whether an edit changes nothing that is seen. */
export function isSame(before: Message, after: Message): boolean {
  const content = (m: Message) => JSON.stringify([m.text, m.entities ?? [], m.reply_markup ?? null])
  return content(before) === content(after)
}
