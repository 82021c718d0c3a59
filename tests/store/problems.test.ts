import { describe, expect, it } from 'vitest'
import { clearProblems, listProblems, recordProblem } from '../../src/store/problems.ts'
import { aDatabase, noon } from '../helpers/database.ts'

const lostZone = {
  subject: 'subscription',
  id: 7,
  code: 'lost-zone',
  detail: 'Mars/Olympus',
} as const

describe('what was set aside', () => {
  it('is new once, and counted after that', async () => {
    const db = await aDatabase()
    expect(await recordProblem(db, lostZone, noon)).toBe(true)
    expect(await recordProblem(db, lostZone, noon.add({ hours: 1 }))).toBe(false)
    expect(await listProblems(db, 10)).toEqual([
      { ...lostZone, times: 2, firstSeenAt: noon, lastSeenAt: noon.add({ hours: 1 }) },
    ])
  })

  it('stands newest first, and is forgotten when it is whole again', async () => {
    const db = await aDatabase()
    await recordProblem(db, lostZone, noon)
    const tooLarge = { subject: 'article', id: 7, code: 'too-large', detail: null } as const
    await recordProblem(db, tooLarge, noon.add({ minutes: 1 }))
    expect((await listProblems(db, 10)).map(({ subject }) => subject)).toEqual([
      'article',
      'subscription',
    ])
    expect(await clearProblems(db, 'subscription', 7)).toBe(1)
    expect((await listProblems(db, 10)).map(({ code }) => code)).toEqual(['too-large'])
  })
})
