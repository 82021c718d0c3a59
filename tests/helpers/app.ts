import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { type App, startApp } from '../../src/app.ts'
import { type Config, readConfig } from '../../src/config.ts'
import type { World } from '../../src/playground/telegram/world.ts'
import { rss } from './feeds.ts'
import { subject } from './subject.ts'
import { aTelegram, token } from './telegram.ts'
import { startWebServer, type WebServer } from './web-server.ts'

export const reader = 1
export const admin = 2

export type RunningApp = { app: App; world: World; apiRoot: string; web: WebServer; feed: string }

export function aConfig(env: Record<string, string> = {}): Config {
  const folder = mkdtempSync(path.join(tmpdir(), 'courant-'))
  const outcome = readConfig({
    DATABASE_URL: `sqlite:${folder}/courant.db`,
    DEFAULT_ZONE: 'Europe/Kyiv',
    LOG_LEVEL: 'silent',
    ...env,
  })
  if (outcome.kind === 'faults') throw new Error(outcome.faults.join())
  return outcome.config
}

/** The whole app on a stand-in for Telegram, with one feed of so many headlines. */
export async function aRunningApp({
  headlines = 25,
  feeds = true,
  env = {},
  takesInline = true,
}: {
  headlines?: number
  feeds?: boolean
  env?: Record<string, string>
  takesInline?: boolean
} = {}): Promise<RunningApp> {
  const { world, apiRoot } = await aTelegram([reader, admin], { takesInline })
  const web = await startWebServer()
  const feed = `${web.origin}/rss`
  const minutes = (i: number) => new Date(Date.now() - i * 60_000).toUTCString()
  web.answer(
    '/rss',
    rss(
      'Harbour Post',
      Array.from({ length: headlines }, (_, i) => ({
        title: `${subject(i)} Harbour headline ${i + 1}`,
        link: `${web.origin}/${i + 1}`,
        description: `${subject(i)}, part ${i + 1}.`,
        date: minutes(i + 1),
      })),
    ),
  )
  const app = await startApp(aConfig(env), {
    token,
    apiRoot,
    adminIds: [admin],
    allowPrivateAddresses: ['127.0.0.1'],
    sampleFeeds: feeds ? [{ url: feed, kind: 'news' }] : [],
  })
  onTestFinished(app.stop)
  await app.firstNews
  return { app, world, apiRoot, web, feed }
}
