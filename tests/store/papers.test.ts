import { expect, it } from 'vitest'
import { canonicalPaper, type Paper, usualPaper } from '../../src/domain/paper.ts'
import { chatItself } from '../../src/domain/subscription.ts'
import { changePaper, listSections } from '../../src/serving/papers.ts'
import { addFeed, setFeedRemoved } from '../../src/store/feeds.ts'
import { feedsOfPapers, forgetPapers } from '../../src/store/papers.ts'
import { findSubscription } from '../../src/store/subscriptions.ts'
import type { Database } from '../../src/store/tables.ts'
import { aDatabase, noon } from '../helpers/database.ts'
import { subscribe } from '../helpers/deliveries.ts'

async function withChats(...chats: number[]): Promise<Database> {
  const db = await aDatabase()
  const feed = (name: string, tags: string[]) => ({
    ...{ url: `https://${name}.example/rss`, title: name, tags },
  })
  await addFeed(db, feed('Goals', ['sport']), noon)
  await addFeed(db, feed('Harbour', ['local', 'sport']), noon)
  await addFeed(db, feed('Various', []), noon)
  for (const chat of chats) await subscribe(db, chat)
  return db
}

const without = (...sections: string[]) => {
  return (paper: Paper): Paper => ({ ...paper, off: { ...paper.off, sections } })
}

it('keeps a paper once for all chats that want the same, and none for those that want everything', async () => {
  const db = await withChats(1, 2, 3)
  await changePaper({ db }, chatItself(1), without('sport', 'local'))
  await changePaper({ db }, chatItself(2), without('local', 'sport', 'local'))
  const papers = await db.selectFrom('paper').select('id').execute()
  const rows = await db.selectFrom('subscription').select('paper_id').orderBy('chat_id').execute()
  expect(rows.map(({ paper_id }) => paper_id)).toEqual([papers[0]?.id, papers[0]?.id, null])
  expect((await findSubscription(db, chatItself(1)))?.paper.off.sections).toEqual([
    'local',
    'sport',
  ])
  expect((await findSubscription(db, chatItself(3)))?.paper).toEqual(usualPaper)
  await changePaper({ db }, chatItself(1), () => usualPaper)
  expect(await forgetPapers(db)).toBe(0)
  await changePaper({ db }, chatItself(2), () => usualPaper)
  expect(await forgetPapers(db)).toBe(1)
})

it('refuses a paper without any feed, and more mutes than fifty', async () => {
  const db = await withChats(1)
  const all = without('sport', 'local', '')
  expect(await changePaper({ db }, chatItself(1), all)).toEqual({ kind: 'empty' })
  expect(await changePaper({ db }, chatItself(2), (paper) => paper)).toEqual({
    kind: 'not-subscribed',
  })
  const muting = (count: number) => (paper: Paper) => {
    const words = Array.from({ length: count }, (_, i) => `word${i}`)
    return { ...paper, mutes: { ...paper.mutes, words } }
  }
  expect(await changePaper({ db }, chatItself(1), muting(50))).toMatchObject({ kind: 'changed' })
  expect(await changePaper({ db }, chatItself(1), muting(51))).toEqual({ kind: 'too-many' })
  expect((await findSubscription(db, chatItself(1)))?.paper.mutes.words).toHaveLength(50)
})

it('lists the sections with their feeds, those without a tag last', async () => {
  const db = await withChats()
  const sections = await listSections({ db })
  expect(sections.map(({ name, feeds }) => [name, feeds.map(({ title }) => title)])).toEqual([
    ['local', ['Harbour']],
    ['sport', ['Goals', 'Harbour']],
    ['', ['Various']],
  ])
})

it('brings everything to a chat whose paper cannot be read', async () => {
  const db = await withChats(1)
  await changePaper({ db }, chatItself(1), without('sport'))
  await db.updateTable('paper').set({ value: '{"off":7' }).execute()
  expect((await findSubscription(db, chatItself(1)))?.paper).toEqual(usualPaper)
})

it('takes papers with the same choices in any order for the same', () => {
  const follow = (of: string) => ({ kind: 'columnist', of, alert: false }) as const
  const a = { ...usualPaper, follows: [follow('3'), follow('12')], languagesOff: ['uk', 'de'] }
  const b = { ...usualPaper, follows: [follow('12'), follow('3'), follow('3')] }
  expect(canonicalPaper(a)).not.toEqual(canonicalPaper(b))
  expect(canonicalPaper(a)).toEqual(canonicalPaper({ ...b, languagesOff: ['de', 'uk'] }))
  expect(canonicalPaper(canonicalPaper(a))).toEqual(canonicalPaper(a))
})

it('takes any change of a paper that brings nothing, since its feeds were removed', async () => {
  const db = await withChats(1)
  await changePaper({ db }, chatItself(1), without('local', ''))
  for (const { id, title } of await feedsOfPapers(db)) {
    if (title !== 'Various') await setFeedRemoved(db, id, noon)
  }
  const short = (paper: Paper): Paper => ({ ...paper, length: 'short' })
  expect(await changePaper({ db }, chatItself(1), short)).toMatchObject({ kind: 'changed' })
  expect(await changePaper({ db }, chatItself(1), without())).toMatchObject({ kind: 'changed' })
  expect(await changePaper({ db }, chatItself(1), without(''))).toEqual({ kind: 'empty' })
})
