import type { Person, Place } from './chat/chats.ts'
import type { World } from './telegram/world.ts'

export const reader: Person = { id: 1001, name: 'Reader', role: 'reader' }
export const admin: Person = { id: 1002, name: 'Admin', role: 'admin' }
/** A reader whose Telegram is Ukrainian. */
const ukrainian: Person = { id: 1003, name: 'Олена', role: 'reader' }

export const people: readonly Person[] = [reader, admin, ukrainian]

const group: Place = { id: -1_001_000_000_001, name: 'Group', type: 'group' }
const channel: Place = { id: -1_001_000_000_002, name: 'Channel', type: 'channel' }

export const places: readonly Place[] = [group, channel]

/** These people, a group of them with the bot in it, and a channel of the reader's that it is not in yet. */
export function populate(world: World): void {
  for (const { id, name } of people) {
    const language_code = id === ukrainian.id ? 'uk' : 'en'
    world.addUser({ id, is_bot: false, first_name: name, language_code })
  }
  const creator = reader.id
  world.addChat({ id: group.id, type: 'supergroup', title: 'Saltmere Neighbours', creator })
  const own = { title: 'Saltmere Daily', username: 'saltmere_daily' }
  world.addChat({ id: channel.id, type: 'channel', ...own, creator })
  for (const { id } of places) {
    for (const person of [admin, ukrainian]) world.setMember(id, person.id, { status: 'member' })
  }
  world.setMember(group.id, world.bot.id, { status: 'member' })
}
