// Telegram's stand-in in a process of its own, with so many people who have written to the bot.
import { createWorld } from '../../src/playground/telegram/create-world.ts'
import { postUpdate, serveTelegram } from '../../src/playground/telegram/server.ts'

const [token = '', people = '0'] = process.argv.slice(2)
const world = createWorld({ token, now: Temporal.Now.instant, postUpdate })
for (let id = 1; id <= Number(people); id++) {
  world.addUser({ id, is_bot: false, first_name: 'Reader', language_code: 'en' })
  world.sendText(id, 'hello')
}
const server = await serveTelegram(world, { host: '127.0.0.1', port: 0 })
process.send?.(server.port)
process.once('disconnect', () => server.close())
