import type { Message } from 'grammy/types'
import { onTestFinished } from 'vitest'
import { createWorld } from '../../src/playground/telegram/create-world.ts'
import { postUpdate, serveTelegram } from '../../src/playground/telegram/server.ts'
import type { World } from '../../src/playground/telegram/world.ts'

export const token = '4242:a-token-that-only-this-test-knows'

/** A world with these people in it, served over HTTP until the test ends. */
export async function aTelegram(
  people: number[] = [1],
  options: { takesInline?: boolean } = {},
): Promise<{ world: World; apiRoot: string }> {
  const world = createWorld({ token, now: Temporal.Now.instant, postUpdate, ...options })
  for (const id of people) {
    world.addUser({ id, is_bot: false, first_name: `Person ${id}`, language_code: 'en' })
  }
  const server = await serveTelegram(world, { host: '127.0.0.1', port: 0 })
  onTestFinished(server.close)
  return { world, apiRoot: server.origin }
}

/** The next message in a chat that the bot sends or edits and that holds these words. */
export function botSays(world: World, chatId: number, words: string | RegExp): Promise<Message> {
  const says = (message: Message) =>
    message.from?.is_bot === true &&
    (typeof words === 'string'
      ? (message.text ?? '').includes(words)
      : words.test(message.text ?? ''))
  return new Promise((resolve, reject) => {
    const heard: string[] = []
    const timer = setTimeout(() => {
      stop()
      reject(new Error(`The bot did not say ${words}, but: ${heard.join(' | ')}`))
    }, 30_000)
    const stop = world.watch((event) => {
      if (event.kind !== 'message' && event.kind !== 'edit') return
      if (event.chatId !== chatId) return
      heard.push(event.message.text ?? '')
      if (!says(event.message)) return
      clearTimeout(timer)
      stop()
      resolve(event.message)
    })
  })
}

/** Lets a chat say something; gives what the bot then says that holds the words of an answer. */
export function sayAs(world: World, chatId: number) {
  return (text: string, answer: string | RegExp): Promise<Message> => {
    const said = botSays(world, chatId, answer)
    world.sendText(chatId, text)
    return said
  }
}
