import { GrammyError } from 'grammy'
import { DatabaseHeldError, startApp } from '../app.ts'
import type { Config } from '../config.ts'
import { startRehearsal } from './rehearsal.ts'

/** Runs the bot until the process is asked to end. */
export async function start(config: Config, process: NodeJS.Process): Promise<void> {
  const stop = await (config.botToken
    ? startOnTelegram(config, config.botToken, process)
    : startRehearsal(config, process)
  ).catch((error) => {
    throw explain(error, config)
  })
  const end = () => {
    process.stdout.write('Stopping …\n')
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

async function startOnTelegram(
  config: Config,
  token: string,
  { stdout }: NodeJS.Process,
): Promise<() => Promise<void>> {
  const app = await startApp(config, {
    token,
    apiRoot: config.telegramApiRoot,
    adminIds: config.adminIds,
    allowPrivateAddresses: config.allowPrivateAddresses,
    sampleFeeds: [],
  })
  stdout.write(`Courant is running as @${app.username}. Write /start to it on Telegram.\n`)
  if (config.adminIds.length === 0) {
    stdout.write('Nobody can add feeds yet: set ADMIN_IDS to your own Telegram user number.\n')
  }
  return app.stop
}

function explain(error: unknown, config: Config): unknown {
  if (error instanceof DatabaseHeldError) {
    const hint = 'Stop it first, or give this one another DATABASE_URL.'
    return new Error(`${error.message}. ${hint}`)
  }
  if (error instanceof GrammyError && error.error_code === 401) {
    return new Error('Telegram does not know this BOT_TOKEN: copy it again from @BotFather.')
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new Error(
      `Port ${config.port} is taken: set PORT to another, or end what listens there.`,
    )
  }
  return error
}
