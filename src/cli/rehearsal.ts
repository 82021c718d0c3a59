import { type App, startApp } from '../app.ts'
import type { Config } from '../config.ts'
import { digestDays } from '../digests/layout.ts'
import { renderText } from '../digests/text.ts'
import { createI18n, translateInto } from '../i18n/i18n.ts'
import { startPlayground } from '../playground/start.ts'
import { loadDigest } from '../serving/compose-edition.ts'
import type { Running } from './running.ts'

/**
 * Runs the bot on a stand-in for Telegram and a sample newspaper, both on this machine, with a chat
 * page in the browser; sends and prints the first digest.
 */
export async function startRehearsal(config: Config, { stdout }: NodeJS.Process): Promise<Running> {
  const playground = await startPlayground({ host: config.host, port: config.port })
  const settings = { ...config, databaseFile: config.rehearsalFile }
  const app = await startApp(settings, {
    ...playground.surroundings,
    adminIds: [...config.adminIds, ...playground.surroundings.adminIds],
    allowPrivateAddresses: [
      ...config.allowPrivateAddresses,
      ...playground.surroundings.allowPrivateAddresses,
    ],
  }).catch(async (error) => {
    await playground.close()
    throw error
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
    stdout.write(await firstDigest(app, config.defaultZone))
  })
  return {
    ended: Promise.all([app.polling, greeting]).then(() => {}),
    async stop() {
      await app.stop()
      await playground.close()
    },
  }
}

async function firstDigest({ db }: App, zone: string): Promise<string> {
  const asOf = Temporal.Now.instant()
  return renderText(
    await loadDigest(db, { asOf, days: digestDays }, zone),
    translateInto(createI18n(), 'en'),
  )
}
