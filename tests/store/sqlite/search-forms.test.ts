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
