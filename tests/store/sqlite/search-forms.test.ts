import { describe, expect, it } from 'vitest'
import { indexNewArticles } from '../../../src/store/search.ts'
import { findArticles } from '../../../src/store/sqlite/search.ts'
import { aDatabase, addNews } from '../../helpers/database.ts'
import { idsOf, requestFor } from '../../helpers/search.ts'
import { formsOf, languages } from '../../text/search/forms.ts'

describe.each(languages)('words in %s', (language) => {
  it('are found by each of their forms, in either direction', async () => {
    const forms = formsOf(language)
    expect(forms.length).toBeGreaterThan(40)
    const missed: string[] = []
    for (const [from, to] of [
      ['held', 'asked'],
      ['asked', 'held'],
    ] as const) {
      const db = await aDatabase()
      await addNews(
        db,
        forms.map((pair, i) => ({ title: `${pair[from]} ${i}` })),
        { isIndexed: false },
      )
      await db.updateTable('article').set({ language }).execute()
      await indexNewArticles(db)
      for (const [i, pair] of forms.entries()) {
        const found = await findArticles(db, requestFor(pair[to]))
        const isByForm = found.kind === 'found' && !found.isWidened
        if (!isByForm || !idsOf(found).includes(i + 1))
          missed.push(`${pair[to]} does not find ${pair[from]}`)
      }
    }
    expect(missed).toEqual([])
  })
})

async function archiveOf(titles: readonly string[]) {
  const db = await aDatabase()
  await addNews(
    db,
    titles.map((title) => ({ title })),
    { isIndexed: false },
  )
  for (const [language, letters] of [
    ['uk', /[а-яіїєґ]/i],
    ['en', /[a-z]/i],
  ] as const) {
    const ids = titles.flatMap((title, i) => (letters.test(title) ? [i + 1] : []))
    await db.updateTable('article').set({ language }).where('id', 'in', ids).execute()
  }
  await indexNewArticles(db)
  return db
}

it.each([
  ['Luhansk', 'Луганськ'],
  ['Chernihiv', 'Чернігів'],
  ['Chernihiv', 'Чернігові'],
  ['Netanyahu', 'Нетаньягу'],
  ['Netanyahu', 'Нетаньяху'],
  ['Hamas', 'ХАМАС'],
  ['Hamas', 'Гамас'],
  ['Hezbollah', 'Гезболла'],
  ['Harris', 'Гарріс'],
  ['Harris', 'Харрис'],
  ['Hollywood', 'Голлівуд'],
  ['Houston', 'Г’юстон'],
  ['Shmyhal', 'Шмигаль'],
  ['Yevhen', 'Євген'],
  ['Hryhoriy', 'Григорій'],
  ['Lviv', 'Львів'],
  ['Lviv', 'Львова'],
  ['Lviv', 'Львові'],
  ['Yulia', 'Юлія'],
  ['Musk', 'Маск'],
  ['Kharkiv', 'Харкову'],
  ['Kharkiv', 'Харкові'],
  ['Paris', 'Париж'],
  ['Donbas', 'Донбас'],
])('finds %s and %s by each other', async (latin, cyrillic) => {
  const db = await archiveOf([`Word of ${latin} today`, `Слово про ${cyrillic} сьогодні`])
  for (const asked of [latin, cyrillic]) {
    const found = await findArticles(db, requestFor(asked))
    expect(idsOf(found).toSorted(), asked).toEqual([1, 2])
  }
})

it('does not take different names of one alphabet for each other', async () => {
  const names = ['Marsh', 'March', 'Chan', 'San', 'Jan', 'Bush', 'Baz', 'Shaw', 'John', 'Son']
  const db = await archiveOf([...names, 'Мороз', 'Морож', 'Шон', 'Сон'])
  for (const [i, name] of [...names, 'Мороз', 'Морож', 'Шон', 'Сон'].entries()) {
    const found = idsOf(await findArticles(db, requestFor(name)))
    const sameLetters = found.filter((id) => id <= names.length === i < names.length)
    expect(sameLetters, name).toEqual([i + 1])
  }
})
