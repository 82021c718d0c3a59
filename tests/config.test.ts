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

  it('of private addresses are named where they are none', () => {
    const faultsOf = (text: string) => {
      const outcome = readConfig({ ALLOW_PRIVATE_ADDRESSES: text })
      return outcome.kind === 'faults' ? outcome.faults : []
    }
    expect(faultsOf('localhost:8080 [::1]:8080, ::1 fd00::/8')).toEqual([])
    expect(faultsOf('localhost, http://10.0.0.1/')).toEqual([
      expect.stringContaining('ALLOW_PRIVATE_ADDRESSES holds something other than hosts'),
    ])
  })

  it('are named as faults where their names have a slip in the own file', () => {
    const faultsOf = (...names: string[]) => {
      const outcome = readConfig({}, names)
      return outcome.kind === 'faults' ? outcome.faults : []
    }
    expect(faultsOf('BOT_TOKN', 'ADMIN_ID', 'bot_token', 'PROT', 'MODELURL')).toEqual([
      'BOT_TOKN is no setting: BOT_TOKEN is one',
      'ADMIN_ID is no setting: ADMIN_IDS is one',
      'bot_token is no setting: BOT_TOKEN is one',
      'PROT is no setting: PORT is one',
      'MODELURL is no setting: MODEL_URL is one',
    ])
    expect(faultsOf('BOT_TOKEN', 'PATH', 'HOME', 'TZ', 'NODE_OPTIONS', 'POSTGRES_HOST')).toEqual([])
    // What others have put into the environment is their own affair.
    expect(readConfig({ BOT_TOKN: 'x' })).toMatchObject({ kind: 'config' })
  })

  it('say whether robots.txt is heeded', () => {
    expect(readConfig({})).toMatchObject({ config: { respectRobots: true } })
    expect(readConfig({ RESPECT_ROBOTS: 'false' })).toMatchObject({
      config: { respectRobots: false },
    })
    expect(readConfig({ RESPECT_ROBOTS: 'no' })).toEqual({
      kind: 'faults',
      faults: ['RESPECT_ROBOTS is neither true nor false'],
    })
  })

  it('of a model are read together', () => {
    expect(readConfig({})).toMatchObject({ config: { model: null } })
    expect(
      readConfig({
        MODEL_URL: 'http://127.0.0.1:11434/v1/chat/completions',
        MODEL_NAME: 'small',
        MODEL_DAILY_COST: '0.50',
        MODEL_INPUT_PRICE: '0.15',
        MODEL_OUTPUT_PRICE: '0.6',
      }),
    ).toMatchObject({
      config: {
        model: {
          url: 'http://127.0.0.1:11434/v1',
          name: 'small',
          key: null,
          budget: { tokens: 300_000, cost: 0.5 },
          prices: { input: 0.15, output: 0.6 },
        },
      },
    })
  })

  it('of a model are refused without telling its key', () => {
    const outcome = readConfig({
      MODEL_URL: 'http://user:hidden@127.0.0.1/v1',
      MODEL_KEY: 'sk hidden',
      MODEL_DAILY_TOKENS: 'many',
      MODEL_DAILY_COST: '1',
    })
    const faults = outcome.kind === 'faults' ? outcome.faults : []
    expect(faults).toHaveLength(5)
    expect(faults.join()).not.toContain('hidden')
  })
})
