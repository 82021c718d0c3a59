import type { Random } from './random.ts'
import { aValue, aWord, someWords } from './words.ts'

/** Who and what there is for updates to speak of. */
export type Scene = {
  people: readonly number[]
  group: number
  channel: number
  feed: number
  story: number
}

/** An update in Telegram's shape, with whatever people and programs may put into one. */
export function anUpdate(random: Random, scene: Scene): Record<string, unknown> {
  return random.pick([aMessage, aMessage, aPress, aPress, anInline, aMembership, anOddOne])(
    random,
    scene,
  )
}

const number = (random: Random) =>
  random.pick([
    '',
    '0',
    '1',
    '-1',
    '9',
    '00',
    '1e9',
    'NaN',
    '4503599627370495',
    '9'.repeat(16),
    '12345671234567',
    aWord(random),
  ])

const user = (id: number) => ({ id, is_bot: false, first_name: 'P', language_code: 'en' })

function chatOf(id: number, { channel }: Scene) {
  if (id > 0) return { id, type: 'private', first_name: 'P' }
  return id === channel
    ? { id, type: 'channel', title: 'Channel' }
    : { id, type: 'supergroup', title: 'Group' }
}

const commands =
  'start stop latest yesterday search saved settings mute language time days timezone pause resume quiet silent help suggest privacy mydata deletedata connect addfeed removefeed feeds refresh exportfeeds tagfeed weighfeed pinstory mergestories splitstory mergecolumnists columnists why problems nosuch __proto__'.split(
    ' ',
  )

function aCommand(random: Random, { channel, feed, story }: Scene): string {
  const name = random.pick(commands)
  const argument = () =>
    random.pick([
      number(random),
      `${feed}`,
      `${story}`,
      `${channel}`,
      '@thechannel',
      '08:30',
      'Europe/Kyiv',
      'mon',
      'on',
      'off',
      '3d',
      'https://a.invalid/rss',
      aValue(random),
    ])
  const words = Array.from({ length: random.int(5) }, argument)
  return `/${random.chance(0.9) ? name : `${name}@${aWord(random)}`} ${words.join(' ')}`.slice(
    0,
    4096,
  )
}

function message(random: Random, scene: Scene, chat: number) {
  const text = random.chance(0.8) ? aCommand(random, scene) : aValue(random).slice(0, 4096)
  const length = /^\/\S+/.exec(text)?.[0].length
  const from = user(chat > 0 ? chat : random.pick(scene.people))
  return {
    message_id: 1 + random.int(9999),
    date: 1_700_000_000,
    chat: chatOf(chat, scene),
    from,
    text,
    ...(length !== undefined && { entities: [{ type: 'bot_command', offset: 0, length }] }),
  }
}

function aMessage(random: Random, scene: Scene) {
  const chat = random.chance(0.8) ? random.pick(scene.people) : scene.group
  const said = message(random, scene, chat)
  const origin = { type: 'user', sender_user: user(random.pick(scene.people)), date: 1 }
  return random.pick([
    () => ({ message: said }),
    () => ({ message: said }),
    () => ({ edited_message: { ...said, edit_date: 1 } }),
    () => ({ message: { ...said, forward_origin: origin } }),
    () => ({ message: { ...said, reply_to_message: message(random, scene, chat) } }),
    () => ({ channel_post: { ...said, from: undefined, chat: chatOf(scene.channel, scene) } }),
    () => ({
      message: {
        ...said,
        text: undefined,
        entities: undefined,
        document: {
          file_id: someWords(random),
          file_unique_id: 'x',
          file_name: aValue(random),
          file_size: random.pick([-1, 0, 10, 1e15]),
        },
      },
    }),
  ])()
}

const buttons =
  'more search day stance save unsave saved deletedata suggest suggestion undo-removefeed undo-mergecolumnists undo-mergestories undo-splitstory addfeed days pause quiet silent time timezone set set set first mute language __proto__'.split(
    ' ',
  )

const panelWords =
  'brings section feeds in only feed kinds languages language length pictures muted unmute followed follow preview chats ask undo pick hour zone zones at where done AAAAAAAA word story columnist followed none on more'.split(
    ' ',
  )

function aPress(random: Random, scene: Scene) {
  const chat = random.pick([...scene.people, scene.group, scene.channel])
  const parts = Array.from({ length: random.int(6) }, () =>
    random.pick([
      number(random),
      `${scene.feed}`,
      `${scene.story}`,
      ...['last', 'off', '3d', 'news', random.pick(panelWords)],
    ]),
  )
  const data = [random.pick(buttons), ...parts].join(':')
  const marked = random.chance(0.3)
    ? `${random.pick([chat, scene.channel, number(random)])}|${data}`
    : data
  const text = aValue(random).slice(0, 4096)
  const bold = {
    type: 'bold',
    offset: random.pick([0, 0, 5000]),
    length: random.pick([5, 50, 9999]),
  }
  const at = { message_id: 1 + random.int(99), chat: chatOf(chat, scene) }
  return {
    callback_query: {
      id: `${random.int(1e9)}`,
      from: user(chat > 0 ? chat : random.pick(scene.people)),
      chat_instance: '1',
      data: marked.slice(0, 64),
      message: random.pick([
        { ...at, date: 1, from: { ...user(4242), is_bot: true }, text, entities: [bold] },
        { ...at, date: 0 },
      ]),
    },
  }
}

function anInline(random: Random, { people, story }: Scene) {
  const words = () =>
    random.pick([
      aWord(random),
      someWords(random),
      aValue(random),
      `s_${story}`,
      `s_${number(random)}`,
      `c_${number(random)}`,
    ])
  return {
    inline_query: {
      id: `${random.int(1e9)}`,
      from: user(random.pick(people)),
      query: random.pick(['', words(), words()]).slice(0, 256),
      offset: random.pick(['', '', '10', number(random), 'page:lzz:2::zz:1:5', aWord(random)]),
    },
  }
}

function aMembership(random: Random, scene: Scene) {
  const chat = random.pick([...scene.people, scene.group, scene.channel])
  const status = () =>
    random.pick(['member', 'kicked', 'left', 'administrator', 'restricted', aWord(random)])
  const bot = { ...user(4242), is_bot: true }
  const member = () => ({ user: bot, status: status() })
  return {
    my_chat_member: {
      chat: chatOf(chat, scene),
      from: user(random.pick(scene.people)),
      date: 1,
      old_chat_member: member(),
      new_chat_member: member(),
    },
  }
}

/** What Telegram would never send, but a fault on the way might. */
function anOddOne(random: Random, scene: Scene) {
  const said = message(random, scene, random.pick(scene.people))
  const place = { ...said, text: undefined, entities: undefined }
  return random.pick([
    {},
    { message: null },
    { message: {} },
    { message: { ...said, chat: null } },
    { message: { ...said, chat: { id: 2 ** 53, type: 'private' } } },
    { message: { ...said, chat: { id: 1.5, type: 'private' } } },
    { message: { ...said, entities: aWord(random) } },
    { message: { ...said, entities: [{ type: 'bot_command', offset: -5, length: 1e9 }] } },
    { message: { ...said, migrate_to_chat_id: scene.channel } },
    { message: { ...place, location: { latitude: aWord(random), longitude: 1e9 } } },
    { message: { ...place, location: {} } },
    { message: { ...said, chat_shared: { request_id: 1, chat_id: scene.channel } } },
    { my_chat_member: {} },
    { callback_query: {} },
    { inline_query: { id: '1', from: said.from } },
    { callback_query: { id: '1', from: said.from, data: 5 } },
    { callback_query: { id: '1', from: said.from, data: 'days:1', inline_message_id: 'x' } },
  ])
}
