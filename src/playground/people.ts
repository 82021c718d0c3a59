import type { Person, Place } from './chat/chats.ts'
import type { World } from './telegram/world.ts'

export const reader: Person = { id: 1001, name: 'Reader', role: 'reader' }
export const admin: Person = { id: 1002, name: 'Admin', role: 'admin' }

const group: Place = { id: -1_001_000_000_001, name: 'Group', type: 'group' }
const channel: Place = { id: -1_001_000_000_002, name: 'Channel', type: 'channel' }

export const places: readonly Place[] = [group, channel]

/** Two people, a group of both with the bot in it, and a channel of the reader's that it is not in yet. */
export function populate(world: World): void {
  for (const { id, name } of [reader, admin]) {
    world.addUser({ id, is_bot: false, first_name: name, language_code: 'en' })
  }
  const creator = reader.id
  world.addChat({ id: group.id, type: 'supergroup', title: 'Saltmere Neighbours', creator })
  const own = { title: 'Saltmere Daily', username: 'saltmere_daily' }
  world.addChat({ id: channel.id, type: 'channel', ...own, creator })
  for (const { id } of places) world.setMember(id, admin.id, { status: 'member' })
  world.setMember(group.id, world.bot.id, { status: 'member' })
}
