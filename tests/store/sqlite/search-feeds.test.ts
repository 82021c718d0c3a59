import { expect, it } from 'vitest'
import { addFeed } from '../../../src/store/feeds.ts'
import { feedsNamed } from '../../../src/store/sqlite/search-feeds.ts'
import { aDatabase, noon } from '../../helpers/database.ts'

it('knows feeds by the beginnings of their words, by their host, and in the case that a preposition asks for', async () => {
  const db = await aDatabase()
  const add = async (title: string, url: string) =>
    (await addFeed(db, { url, title, kind: 'news' }, noon)).feed.id
  const pravda = await add('Українська правда', 'https://www.pravda.example/rss')
  const sport = await add('Спорт', 'https://sport.example/rss')
  const sporty = await add('Спортивні вісті', 'https://visti.example/rss')
  for (const [name, ids] of [
    ['правда', [pravda]],
    ['Української правди', [pravda]],
    ['pravda.example', [pravda]],
    ['спорт', [sport, sporty]],
    ['спорту', [sport]],
    ['правило', []],
  ] as const) {
    expect(await feedsNamed(db, name), name).toEqual(ids)
  }
})
