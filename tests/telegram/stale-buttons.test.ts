import type { InlineKeyboardMarkup, Message } from 'grammy/types'
import { describe, expect, it, vi } from 'vitest'
import type { World } from '../../src/playground/telegram/world.ts'
import { adminCommands } from '../../src/telegram/admins/commands.ts'
import { readerCommands } from '../../src/telegram/readers/commands.ts'
import { admin, aRunningApp } from '../helpers/app.ts'
import { sayAs } from '../helpers/telegram.ts'

const patterns = [...readerCommands, ...adminCommands].flatMap(({ buttons = [] }) =>
  buttons.map(({ pattern }) => pattern),
)

/**
 * Every kind of button as it is in a chat that had a digest once, under a message of long ago: what is said
 * of it, and what leads to the fresh view, where the message does not become that itself.
 */
const old = /too old/
const kinds: readonly (readonly [data: string, says: RegExp | null, fresh?: string])[] = [
  ['page:lx8f3k00:2:1:1:0:9', old, 'show:latest'],
  ['more:lx8f3k00:2:1:1:9', old, 'show:latest'],
  ['day:20240614:0:12::s0123456789', old],
  ['show:latest', null],
  ['search:10', old, 'show:latest'],
  ['search-without:1', old, 'show:latest'],
  ['search-meant:1', old, 'show:latest'],
  ['search-follow', old, 'show:latest'],
  ['saved:waiting:9', null],
  ['saved:remind:on', /you get none now/],
  ['saved:waiting:1718366400000:done:0', /./],
  ['save:999', /no longer kept/],
  ['unsave:1718366400000:999', /./],
  ['set:', old],
  ['set:time', old],
  ['set:days', old],
  ['set:timezone', old],
  ['set:silent', old],
  ['set:pause', old],
  ['set:quiet', old],
  ['set:language', old],
  ['set:hour:1800', old],
  ['set:hour:1800:own', old],
  ['set:hourdays:1800', old],
  ['set:hourdays:1800:7', old],
  ['1800|set:kinds', old],
  ['set:brings:0', old],
  ['set:section:AAAAAAAA:off:0', old],
  ['set:only:AAAAAAAA:0', old],
  ['set:feeds:AAAAAAAA:0', old],
  ['set:in:AAAAAAAA:0:off', old],
  ['set:feed:AAAAAAAA:0:9:off', old],
  ['set:kinds', old],
  ['set:kinds:news', old],
  ['set:languages', old],
  ['set:language:fr:off', old],
  ['set:translated:on', old],
  ['set:length', old],
  ['set:length:ask', null],
  ['set:length:short', old],
  ['set:pictures', old],
  ['set:pictures:large', old],
  ['set:muted:0', old],
  ['set:unmute:word:AAAAAAAA:0', old],
  ['set:followed:0', old],
  ['set:follow:story:AAAAAAAA:end:0', old],
  ['set:preview', old],
  ['set:chats', null],
  ['stance:followed:story:999', /no longer kept/],
  ['stance:muted:columnist:999:column', /no longer kept/],
  ['mute:ask', null],
  ['mute:undo:AAAAAAAA', old],
  ['time:ask', null],
  ['time:08:00', null],
  ['days:last', /One day must stay/],
  ['days:12', old],
  ['timezone:where', null],
  ['timezone:ask', null],
  ['timezone:Europe/Kyiv', null],
  ['pause:ask', null],
  ['pause:1d', old],
  ['quiet:on', old],
  ['silent:always', old],
  ['language:uk', null],
  ['language:en', null],
  ['first:all', old],
  ['first:pick:0', old],
  ['first:section:AAAAAAAA:off:0', old],
  ['first:hour', old],
  ['first:time:08:00', old],
  ['first:another', old],
  ['first:zone', old],
  ['first:zones', old],
  ['first:at:Europe/Kyiv', old],
  ['first:done', old],
  ['suggest', old, 'show:latest'],
  ['deletedata:no', null],
  ['first-feeds', null],
  ['suggestion:add', old, 'show:latest'],
  ['suggestion:ignore', old, 'show:latest'],
  ['addfeed:1:news', null],
  ['feeds:fail:999', null],
  ['undo-removefeed:999', old, 'feeds:all:0'],
  ['show:columnists', null],
  ['undo-mergecolumnists:999', old, 'show:columnists'],
  ['show:why:999', null],
  ['undo-mergestories:998:999', old, 'show:why:999'],
  ['undo-splitstory:998:999', old, 'show:why:998'],
  ['of-a-version-long-ago', old, 'show:latest'],
]

/** A message of the bot's own with one button, as an older version may have sent it. */
async function anOldMessage(world: World, data: string): Promise<Message> {
  const reply_markup: InlineKeyboardMarkup = {
    inline_keyboard: [[{ text: 'Old', callback_data: data }]],
  }
  const sent = await world.call('sendMessage', { chat_id: admin, text: 'Long ago', reply_markup })
  if (!('result' in sent)) throw new Error(JSON.stringify(sent))
  return sent.result as Message
}

function dataUnder(world: World, { message_id }: Message): (string | undefined)[] {
  const message = world.history(admin).find((each) => each.message_id === message_id)
  return (message?.reply_markup?.inline_keyboard ?? [])
    .flat()
    .map((button) => ('callback_data' in button ? button.callback_data : undefined))
}

describe('a button of long ago', () => {
  it('is of a kind that is looked at here', () => {
    const untried = patterns.filter(
      (pattern) => !kinds.some(([data]) => pattern.test(data.replace(/^\d{4}\|/, ''))),
    )
    expect(untried.map(String)).toEqual([])
  })

  it('is answered, says why nothing comes of it, and leads to how it stands now', async () => {
    const { world } = await aRunningApp({ feeds: false })
    const say = sayAs(world, admin)
    await say('/start', 'Welcome')
    await say('/stop', 'is stopped')
    for (const [data, says, fresh] of kinds) {
      const message = await anOldMessage(world, data)
      const seen = world.history(admin).length
      const { text = '' } = await world.press(admin, message.message_id, data)
      if (says) expect({ data, text }).toEqual({ data, text: expect.stringMatching(says) })
      if (fresh) await vi.waitFor(() => expect(dataUnder(world, message)).toEqual([fresh]))
      if (says) continue
      // It does what it says: the message is another now, or another stands below.
      await vi.waitFor(() => {
        const isChanged = dataUnder(world, message).join() !== data
        if (!isChanged && world.history(admin).length === seen) throw new Error(data)
      })
    }
  }, 60_000)

  it('leads on from a digest of which nothing is left, and from what was undone', async () => {
    const { world } = await aRunningApp({ headlines: 3 })
    const say = sayAs(world, admin)
    await say('/start', 'Harbour headline 1')
    const more = await anOldMessage(world, 'page:lx8f3k00:2:1:1:0:9')
    await world.press(admin, more.message_id, 'page:lx8f3k00:2:1:1:0:9')
    await vi.waitFor(() => expect(dataUnder(world, more)).toEqual(['show:latest']))
    const before = world.history(admin).length
    await world.press(admin, more.message_id, 'show:latest')
    await vi.waitFor(() => {
      const news = world.history(admin).slice(before)
      expect(news.map(({ text }) => text).join()).toContain('Harbour headline 1')
    })

    await say('/language українська', 'Мова, якою я вам пишу')
    const muted = await anOldMessage(world, 'mute:undo:AAAAAAAA')
    const { text } = await world.press(admin, muted.message_id, 'mute:undo:AAAAAAAA')
    expect(text).toBe('Ця кнопка вже застаріла: це вже скасовано або відтоді все змінилося.')
    await vi.waitFor(() => expect(dataUnder(world, muted)).toEqual(['set:muted:0']))
  })
})
