import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { costInMillionths } from '../../src/domain/model-budget.ts'
import { openDatabase } from '../../src/store/database.ts'
import { forgetAnswers, keepAnswer, knownAnswer } from '../../src/store/model-answers.ts'
import { reserveUsage, settleUsage, usageOf } from '../../src/store/model-usage.ts'
import { aDatabase, noon } from '../helpers/database.ts'

const day = Temporal.PlainDate.from('2024-06-14')
const request = { inputTokens: 700, outputTokens: 300, costMillionths: 400_000 }

describe('the budget of a day', () => {
  it('is never overdrawn in tokens, by requests side by side either', async () => {
    const db = await aDatabase()
    const budget = { tokens: 2500, cost: null }
    const taken = await Promise.all(
      Array.from({ length: 5 }, () => reserveUsage(db, day, request, budget)),
    )
    expect(taken.filter(Boolean)).toHaveLength(2)
    expect(await reserveUsage(db, day.add({ days: 1 }), request, budget)).toBe(true)
  })

  it('is never overdrawn in money', async () => {
    const db = await aDatabase()
    const budget = { tokens: 1_000_000, cost: 1 }
    const taken = []
    for (let i = 0; i < 4; i++) taken.push(await reserveUsage(db, day, request, budget))
    expect(taken).toEqual([true, true, false, false])
  })

  it('gets back what was reserved and not used', async () => {
    const db = await aDatabase()
    const used = { inputTokens: 500, outputTokens: 20, costMillionths: 100_000 }
    await reserveUsage(db, day, request, { tokens: 1000, cost: null })
    await settleUsage(db, day, request, used)
    expect(await usageOf(db, day)).toEqual(used)
    expect(await reserveUsage(db, day, request, { tokens: 1000, cost: null })).toBe(false)
    expect(await reserveUsage(db, day, request, { tokens: 1520, cost: null })).toBe(true)
  })

  it('survives a restart, with what was under way', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'courant-')), 'courant.db')
    const before = await openDatabase(file)
    await reserveUsage(before, day, request, { tokens: 1000, cost: null })
    await before.destroy()
    const after = await openDatabase(file)
    expect(await usageOf(after, day)).toEqual(request)
    expect(await reserveUsage(after, day, request, { tokens: 1000, cost: null })).toBe(false)
    await after.destroy()
  })

  it('counts money by the prices of a million tokens, rounded up', () => {
    const usage = { inputTokens: 1_000_000, outputTokens: 1 }
    expect(costInMillionths(usage, { input: 0.15, output: 0.6 })).toBe(150_001)
  })
})

describe('answers', () => {
  it('are kept by content, and forgotten when they are old', async () => {
    const db = await aDatabase()
    await keepAnswer(db, 'a', { summary: 'It opened.', reason: null }, noon)
    await keepAnswer(
      db,
      'b',
      { summary: null, reason: { code: 'summary-link' } },
      noon.add({ hours: 2 }),
    )
    await forgetAnswers(db, noon.add({ hours: 1 }))
    expect(await knownAnswer(db, 'a')).toBeNull()
    expect(await knownAnswer(db, 'b')).toEqual({ summary: null, reason: { code: 'summary-link' } })
  })
})
