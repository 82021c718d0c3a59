import {
  getChat,
  getChatAdministrators,
  getChatMember,
  leaveChat,
  sendChatAction,
} from './chats.ts'
import { deleteMyCommands, getMyCommands, setMyCommands } from './commands.ts'
import {
  getMyDescription,
  getMyShortDescription,
  setMyDescription,
  setMyShortDescription,
} from './descriptions.ts'
import {
  deleteEphemeralMessage,
  deleteMessage,
  editEphemeralMessageReplyMarkup,
  editEphemeralMessageText,
  editMessageReplyMarkup,
  editMessageText,
} from './editing.ts'
import type { Method } from './method.ts'
import { answerCallbackQuery, answerInlineQuery } from './queries.ts'
import { getFile, sendDocument, sendMessage } from './sending.ts'
import { deleteWebhook, getMe, getUpdates, getWebhookInfo, setWebhook } from './updates.ts'

const methods: Record<string, Method> = {
  answerCallbackQuery,
  answerInlineQuery,
  deleteEphemeralMessage,
  deleteMessage,
  deleteMyCommands,
  deleteWebhook,
  editEphemeralMessageReplyMarkup,
  editEphemeralMessageText,
  editMessageReplyMarkup,
  editMessageText,
  getChat,
  getChatAdministrators,
  getChatMember,
  getFile,
  getMe,
  getMyCommands,
  getMyDescription,
  getMyShortDescription,
  getUpdates,
  getWebhookInfo,
  leaveChat,
  sendChatAction,
  sendDocument,
  sendMessage,
  setMyCommands,
  setMyDescription,
  setMyShortDescription,
  setWebhook,
}

const byLowerName = new Map(
  Object.entries(methods).map(([name, method]) => [name.toLowerCase(), { name, method }]),
)

/** A method by its name in any capitals, as Telegram takes it. */
export function findMethod(name: string): { name: string; method: Method } | undefined {
  return byLowerName.get(name.toLowerCase())
}
