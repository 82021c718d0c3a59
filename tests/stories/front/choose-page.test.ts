import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Candidate, choosePage } from '../../../src/stories/front/choose-page.ts'
import { findEvents } from '../../../src/stories/front/events.ts'
import { findKin, sharesOf } from '../../../src/stories/front/kin.ts'

type Named = Candidate & { name: string }
type Given = Partial<Candidate> & { words?: string; score?: number }

function candidate(name: string, given: Given = {}): Named {
  const { words = name, score = 1, ...rest } = given
  const shares = sharesOf([new Set(words.split(' '))])
  const usual = {
    ...{ sources: 1, isPinned: false, feedId: 1, groups: ['en'], event: null, others: 0, again: 1 },
    ...{ fromMs: 0, toMs: 0, shares },
  }
  return { name, scoreOf: (sources) => score * sources, ...usual, ...rest }
}

/** The same with the events that they tell in parts; each is of one feed. */
function inEvents(candidates: readonly Named[]): Named[] {
  const events = findEvents(findKin(candidates))
  return candidates.map((each, place) => {
    const event = events.find((places) => places.includes(place)) ?? null
    const feeds = new Set(event?.map((part) => candidates[part]?.feedId))
    return { ...each, event, others: event ? feeds.size - 1 : 0 }
  })
}

const names = (page: readonly Named[]) => page.map(({ name }) => name)

describe('a page', () => {
  it('takes the best first, pins before all', () => {
    const given = [
      candidate('high', { score: 3, feedId: 1 }),
      candidate('low', { score: 1, feedId: 2 }),
      candidate('pinned', { score: 0.1, isPinned: true, feedId: 3 }),
    ]
    expect(names(choosePage(given, 2))).toEqual(['pinned', 'high'])
  })

  it('passes over what says again what it has said', () => {
    const given = [
      candidate('bridge', { score: 3, words: 'harbour bridge opens', feedId: 1 }),
      candidate('again', { score: 2, words: 'harbour bridge opens rain', feedId: 2 }),
      candidate('whale', { score: 1, words: 'whale returns sea', feedId: 3 }),
    ]
    expect(names(choosePage(given, 2))).toEqual(['bridge', 'whale'])
    expect(names(choosePage(given, 3))).toEqual(['bridge', 'whale', 'again'])
  })

  it('holds the other parts of an event that it tells for less, by how sure that is', () => {
    const event = {}
    const given = [
      candidate('verdict', { score: 4, feedId: 1, event, others: 1, again: 0.2 }),
      candidate('reasons', { score: 3, feedId: 2, event, others: 1, again: 0.2 }),
      candidate('ferry', { score: 1, feedId: 3 }),
    ]
    expect(names(choosePage(given, 2))).toEqual(['verdict', 'ferry'])
    const sure = given.map((each) => ({ ...each, again: 1 }))
    expect(names(choosePage(sure, 2))).toEqual(['verdict', 'reasons'])
  })

  it('tells an event of many parts once, by the outlets of all of them', () => {
    const others = Array.from({ length: 20 }, (_, i) =>
      candidate(`other ${i}`, { words: `o${i} p${i} q${i}`, score: 1.2, feedId: 9 + i }),
    )
    const parts = (feeds: [number, number, number]) => [
      candidate('bank', { words: 'carney bank scandal rates', feedId: feeds[0] }),
      candidate('grilled', { words: 'carney grilled scandal banking', feedId: feeds[1] }),
      candidate('faces', { words: 'carney faces members bank', feedId: feeds[2] }),
    ]
    const page = names(choosePage(inEvents([...others, ...parts([1, 2, 3])]), 6))
    expect(page[0]).toBe('bank')
    expect(page.slice(1).every((name) => name.startsWith('other'))).toBe(true)
    // One feed that says much of one thing is no more important by that.
    expect(names(choosePage(inEvents([...others, ...parts([1, 1, 1])]), 6))).not.toContain('bank')
  })

  it('tells first what many outlets tell in words of their own, of one day', () => {
    const hourMs = 3_600_000
    const others = Array.from({ length: 30 }, (_, i) =>
      candidate(`other ${i}`, { words: `o${i} p${i} q${i}`, sources: 2, feedId: null }),
    )
    const parts = (apartMs: number) =>
      Array.from({ length: 9 }, (_, i) => {
        const atMs = i * apartMs
        const words = `comcast merger a${i} b${i} c${i}`
        return candidate(`part ${i}`, { words, feedId: 50 + i, fromMs: atMs, toMs: atMs })
      })
    const first = (apartMs: number) =>
      names(choosePage(inEvents([...others, ...parts(apartMs)]), 1))[0]
    expect(first(hourMs / 2)).toMatch(/^part/)
    expect(first(72 * hourMs)).toBe('other 0')
  })

  it('tells again after days what has gone on, and not on the same day', () => {
    const hourMs = 3_600_000
    const others = Array.from({ length: 20 }, (_, i) =>
      candidate(`other ${i}`, { words: `o${i} p${i} q${i}`, score: 0.5, feedId: 9 + i }),
    )
    const page = (atMs: number) =>
      names(
        choosePage(
          [
            candidate('strike', { words: 'port strike begins', score: 3, feedId: 1 }),
            candidate('goes on', {
              ...{ words: 'port strike enters second week', score: 2, feedId: 2 },
              ...{ fromMs: atMs, toMs: atMs },
            }),
            ...others,
          ],
          2,
        ),
      )
    expect(page(2 * hourMs)).toEqual(['strike', 'other 0'])
    expect(page(14 * 24 * hourMs)).toEqual(['strike', 'goes on'])
  })

  it('keeps two events that many outlets tell in like words', () => {
    const others = Array.from({ length: 20 }, (_, i) =>
      candidate(`other ${i}`, { words: `o${i} p${i} q${i}`, feedId: i }),
    )
    const google = (sources: number) => [
      candidate('adds', { score: 9, sources, words: 'google adds docs apps', feedId: null }),
      candidate('pays', { score: 8, sources, words: 'google pays users apps', feedId: null }),
    ]
    expect(names(choosePage([...google(100), ...others], 2))).toEqual(['adds', 'pays'])
    expect(names(choosePage([...google(1), ...others], 2))).not.toContain('pays')
  })

  it('gives no feed more than a third while another has something', () => {
    const chatty = Array.from({ length: 9 }, (_, i) =>
      candidate(`chatty ${i}`, { score: 9 - i / 9 }),
    )
    const rare = Array.from({ length: 3 }, (_, i) => candidate(`rare ${i}`, { feedId: 2 + i }))
    expect(
      names(choosePage([...chatty, ...rare], 6)).filter((name) => /rare/.test(name)),
    ).toHaveLength(3)
    expect(choosePage(chatty, 6)).toHaveLength(6)
  })

  it('counts for no feed what several tell', () => {
    const shared = Array.from({ length: 6 }, (_, i) =>
      candidate(`shared ${i}`, { score: 2, feedId: null, words: `s${i}` }),
    )
    const own = Array.from({ length: 6 }, (_, i) => candidate(`own ${i}`, { words: `o${i}` }))
    const page = names(choosePage([...shared, ...own], 6))
    expect(page.filter((name) => name.startsWith('shared'))).toHaveLength(6)
  })

  it('keeps places for each language that is owed some', () => {
    const english = Array.from({ length: 9 }, (_, i) =>
      candidate(`en ${i}`, { score: 5, feedId: i }),
    )
    const ukrainian = Array.from({ length: 9 }, (_, i) =>
      candidate(`uk ${i}`, { groups: ['uk'], feedId: 20 + i }),
    )
    const least = new Map([['uk', 2]])
    const page = names(choosePage([...english, ...ukrainian], 6, least))
    expect(page.filter((name) => name.startsWith('uk'))).toHaveLength(2)
  })

  it('has its part of each group though one feed has nearly all, or all', () => {
    const days = ['monday', 'tuesday', 'wednesday']
    const given = days.flatMap((day, age) =>
      Array.from({ length: 20 }, (_, i) =>
        candidate(`${day} ${i}`, {
          words: `${day}${i} a${age}x${i}`,
          score: 5 - age,
          groups: [day],
        }),
      ),
    )
    const least = new Map(days.map((day) => [day, 2]))
    const countOf = (page: readonly Named[], day: string) =>
      page.filter(({ groups }) => groups.includes(day)).length
    const page = choosePage(given, 12, least)
    expect(days.map((day) => countOf(page, day))).toEqual([8, 2, 2])
    const others = Array.from({ length: 20 }, (_, i) =>
      candidate(`other ${i}`, { words: `o${i} p${i}`, feedId: 2, groups: ['monday'] }),
    )
    const mixed = choosePage([...given, ...others], 12, least)
    for (const day of days) expect(countOf(mixed, day)).toBeGreaterThan(0)
  })

  it('is full while there is anything, holds nothing twice, and does not hang on who is given when', () => {
    const any = fc.record({
      score: fc.double({ min: 0.01, max: 9, noNaN: true }),
      feedId: fc.integer({ min: 1, max: 4 }),
      groups: fc.subarray(['en', 'uk']),
      isPinned: fc.boolean(),
      words: fc
        .array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 4 })
        .map((all) => all.join(' ')),
    })
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 30 }),
        fc.integer({ min: 1, max: 12 }),
        (given, size) => {
          const all = given.map((each, i) =>
            candidate(`${i}`, { ...each, score: each.score + i / 1e6 }),
          )
          const page = choosePage(all, size, new Map([['uk', 2]]))
          expect(page).toHaveLength(Math.min(size, all.length))
          expect(new Set(page).size).toBe(page.length)
        },
      ),
    )
  })
})
