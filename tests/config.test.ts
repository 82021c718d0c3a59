import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'

describe('settings', () => {
  it('all have defaults', () => {
    expect(readConfig({})).toMatchObject({
      kind: 'config',
      config: { botToken: null, databaseFile: 'data/courant.db', host: '127.0.0.1', port: 8080 },
    })
  })

  it('are read', () => {
    expect(
      readConfig({
        BOT_TOKEN: '123456789:ABCdefGhIJKlmNoPQRsTUVwxyZ',
        ADMIN_IDS: '1, 2',
        DATABASE_URL: 'sqlite:/tmp/x.db',
        DEFAULT_ZONE: 'europe/kyiv',
        DEFAULT_TIME: '6:05',
        ALLOW_PRIVATE_ADDRESSES: 'localhost, 10.0.0.0/8',
        PORT: '',
      }),
    ).toMatchObject({
      config: {
        adminIds: [1, 2],
        databaseFile: '/tmp/x.db',
        defaultZone: 'Europe/Kyiv',
        defaultTime: new Temporal.PlainTime(6, 5),
        allowPrivateAddresses: ['localhost', '10.0.0.0/8'],
        port: 8080,
        logLevel: 'info',
      },
    })
  })

  it('are refused all at once, each by its name', () => {
    const outcome = readConfig({
      BOT_TOKEN: 'secret',
      ADMIN_IDS: 'me',
      PORT: '70000',
      WORKERS: '0',
      LOG_LEVEL: 'loud',
      DEFAULT_ZONE: 'Mars',
      DEFAULT_TIME: 'noon',
      DATABASE_URL: 'x',
      TELEGRAM_API_ROOT: 'telegram',
      ALLOW_PRIVATE_ADDRESSES: '10.0.0.0/99',
    })
    const faults = outcome.kind === 'faults' ? outcome.faults : []
    expect(faults).toHaveLength(10)
    expect(faults.join()).not.toContain('secret')
  })
})
