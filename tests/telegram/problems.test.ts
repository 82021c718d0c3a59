import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Api } from 'grammy'
import { describe, expect, it } from 'vitest'
import { type Problem, problemSubjects } from '../../src/domain/problem.ts'
import { reasonCodes } from '../../src/domain/reason.ts'
import { createI18n, translateInto } from '../../src/i18n/i18n.ts'
import { recordProblem } from '../../src/store/problems.ts'
import { createProblemNotifier } from '../../src/telegram/admins/notify-problems.ts'
import { admin, aRunningApp, reader } from '../helpers/app.ts'
import { aDatabase, noon } from '../helpers/database.ts'
import { aTelegram, sayAs, token } from '../helpers/telegram.ts'

const t = translateInto(createI18n(), 'en')
const root = path.join(import.meta.dirname, '../..')
const hours = (count: number) => noon.add({ hours: count })

function unreadable(id: number): Problem {
  return { subject: 'article', id, code: 'unreadable', detail: `url: <b>&${id}` }
}

describe('/problems', () => {
  it('says that all is well, or what was set aside, to admins alone', async () => {
    const { app, world } = await aRunningApp({ feeds: false })
    await sayAs(world, reader)('/problems', 'for the admins')
    const ask = sayAs(world, admin)
    await ask('/problems', 'All is well')
    const now = Temporal.Now.instant()
    const lost: Problem = { subject: 'subscription', id: 7, code: 'lost-zone', detail: 'Mars/One' }
    await recordProblem(app.db, lost, now.subtract({ hours: 3 }))
    await recordProblem(app.db, lost, now.subtract({ hours: 2 }))
    await recordProblem(app.db, { ...unreadable(12), code: 'of-another-time' }, now)
    const { text } = await ask('/problems', '2 problems')
    expect(text).toContain('Article 12: it could not be handled (of-another-time url: <b>&12)')
    expect(text).toContain('Subscription 7: this machine does not know its time zone “Mars/One”')
    expect(text).toContain('2 times, last 2 hours ago')
  })

  it('is laid out within the limits of a message, however much there is', async () => {
    const { app, world } = await aRunningApp({ feeds: false })
    const detail = '&'.repeat(200)
    for (let id = 1; id <= 60; id++) {
      await recordProblem(app.db, { ...unreadable(id), detail }, noon)
    }
    const { text } = await sayAs(world, admin)('/problems', '… and 10 more')
    expect(text).toContain('60 problems')
  })
})

describe('the notice to admins', () => {
  async function aTeller() {
    const db = await aDatabase()
    const { world, apiRoot } = await aTelegram([admin])
    let at = noon
    const api = new Api(token, { apiRoot })
    const tell = createProblemNotifier({
      db,
      now: () => at,
      admins: new Set([admin, 99]),
      wordsFor: async () => t,
      api,
    })
    return {
      db,
      world,
      tellAt(instant: Temporal.Instant) {
        at = instant
        return tell()
      },
      told: () =>
        world.history(admin).flatMap(({ from, text }) => (from?.is_bot ? [text ?? ''] : [])),
    }
  }

  it('comes once an hour at the most, with all that is new, and names nothing twice', async () => {
    const { db, world, tellAt, told } = await aTeller()
    world.sendText(admin, 'hello')
    await tellAt(noon)
    expect(told()).toEqual([])
    for (const id of [1, 2]) await recordProblem(db, unreadable(id), noon)
    await tellAt(noon)
    expect(told()).toHaveLength(1)
    expect(told()[0]).toMatch(
      /^2 things could not be handled.*Article 1:.*<b>&1.*Article 2:.*\/problems/s,
    )
    // One that is met again is not new; one that is waits for the hour to pass.
    await recordProblem(db, unreadable(1), hours(1))
    await recordProblem(db, unreadable(3), noon.add({ minutes: 30 }))
    await tellAt(noon.add({ minutes: 59 }))
    expect(told()).toHaveLength(1)
    await tellAt(hours(1))
    expect(told()).toHaveLength(2)
    expect(told()[1]).toContain('Article 3')
    expect(told()[1]).not.toContain('Article 1')
    await tellAt(hours(5))
    expect(told()).toHaveLength(2)
  })

  it('is one message, however much there is', async () => {
    const { db, world, tellAt, told } = await aTeller()
    world.sendText(admin, 'hello')
    for (let id = 1; id <= 500; id++) {
      await recordProblem(db, { ...unreadable(id), detail: '&'.repeat(200) }, noon)
    }
    await tellAt(noon)
    expect(told()).toHaveLength(1)
    expect(told()[0]).toContain('… and 492 more: /problems lists them.')
    await tellAt(hours(2))
    expect(told()).toHaveLength(1)
  })

  it('waits until an admin can be reached', async () => {
    const { db, world, tellAt, told } = await aTeller()
    await recordProblem(db, unreadable(1), noon)
    await tellAt(noon)
    world.sendText(admin, 'hello')
    await tellAt(noon.add({ minutes: 1 }))
    expect(told()).toHaveLength(1)
  })
})

it('has words for every problem that is noted', () => {
  const reasons = new Set<string>(reasonCodes)
  const codes = globSync('src/**/*.ts', { cwd: root })
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .filter((code) => code.includes('domain/problem.ts') || code.includes('recordProblem'))
    .flatMap((code) => [...code.matchAll(/\b(?:code: |\w+Code = )'([a-z-]+)'/g)])
    .map(([, code = '']) => code)
    .filter((code) => !reasons.has(code))
  expect(codes).toContain('lost-zone')
  expect(codes).toContain('unreadable')
  const missing = codes.filter((code) => t(`problem-${code}`, { detail: 'x' }).startsWith('{'))
  expect(missing).toEqual([])
  for (const subject of problemSubjects) {
    expect(t(`problems-subject-${subject}`, { id: 1 })).toMatch(/^\w+ 1$/)
  }
})
