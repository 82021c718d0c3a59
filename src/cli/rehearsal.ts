import { existsSync } from 'node:fs'
import { type App, startApp } from '../app.ts'
import type { Config } from '../config.ts'
import { digestDays } from '../digests/layout.ts'
import { renderText } from '../digests/text.ts'
import { chatItself } from '../domain/subscription.ts'
import { createI18n, translateInto } from '../i18n/i18n.ts'
import { type Playground, startPlayground } from '../playground/start.ts'
import { loadDigest } from '../serving/compose-edition.ts'
import { nextDigestOf } from '../serving/preferences.ts'
import { lastRecordedAt } from '../store/last-recorded.ts'
import { openExisting } from './open-existing.ts'
import type { Running } from './running.ts'

/**
 * Runs the bot on a stand-in for Telegram and a sample newspaper, both on this machine, with a chat
 * page in the browser; sends and prints the first digest.
 */
export async function startRehearsal(config: Config, { stdout }: NodeJS.Process): Promise<Running> {
  const playground = await startPlayground({ host: config.host, port: config.port })
  const app = await startIn(playground, config).catch(async (error) => {
    await playground.close()
    throw error
  })
  playground.offerNextDigest(async (chatId) => {
    const at = await nextDigestOf(app, chatItself(chatId))
    if (!at) return false
    await app.catchUp(() => playground.clock.moveOnTo(at))
    return true
  })
  stdout.write(
    [
      `Courant is running as a rehearsal, since no BOT_TOKEN is set: nothing reaches Telegram.`,
      `Open ${playground.url} to chat with the bot, as a reader or as an admin.`,
      `The news comes from a bundled sample newspaper; the first digest follows here and in the chat.`,
      '',
      '',
    ].join('\n'),
  )
  // Not waited for, so that the program can be stopped meanwhile.
  const greeting = app.firstNews.then(async () => {
    playground.greet()
    stdout.write(await firstDigest(app, playground.clock.now(), config.defaultZone))
  })
  return {
    ended: Promise.all([app.polling, greeting]).then(() => {}),
    async stop() {
      await app.stop()
      await playground.close()
    },
  }
}

/** An earlier rehearsal may have moved its clock on: this one goes on from there. */
async function startIn({ clock, surroundings }: Playground, config: Config): Promise<App> {
  const settings = { ...config, databaseFile: config.rehearsalFile }
  const allowPrivateAddresses = [
    ...config.allowPrivateAddresses,
    ...surroundings.allowPrivateAddresses,
  ]
  const adminIds = [...config.adminIds, ...surroundings.adminIds]
  const options = { ...surroundings, adminIds, allowPrivateAddresses }
  const last = await lastKnown(config.rehearsalFile)
  if (last) clock.moveOnTo(last)
  return startApp(settings, options, { now: clock.now })
}

async function lastKnown(file: string): Promise<Temporal.Instant | null> {
  if (!existsSync(file)) return null
  const db = await openExisting(file)
  return lastRecordedAt(db).finally(() => db.destroy())
}

async function firstDigest({ db }: App, asOf: Temporal.Instant, zone: string): Promise<string> {
  return renderText(
    await loadDigest(db, { asOf, days: digestDays }, zone),
    translateInto(createI18n(), 'en'),
  )
}
