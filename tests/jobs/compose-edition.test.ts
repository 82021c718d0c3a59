import { expect, it } from 'vitest'
import { decodeRequest } from '../../src/domain/digest-request.ts'
import { composeEdition, requestOfNow } from '../../src/jobs/compose-edition.ts'
import { createI18n, translateInto } from '../../src/telegram/i18n.ts'
import { aDatabase, addNews, noon } from '../helpers/database.ts'

const t = translateInto(createI18n(), 'en')
const hours = (count: number) => noon.subtract({ hours: count })

it('pages through all headlines and columns of a long span, each once', async () => {
  const db = await aDatabase()
  const headlines = Array.from({ length: 130 }, (_, i) => ({
    title: `News ${String(i).padStart(3, '0')}`,
    publishedAt: noon.subtract({ minutes: 15 * i }),
  }))
  await addNews(db, [
    ...headlines,
    { title: 'Column of today', kind: 'column', publishedAt: hours(1) },
    { title: 'Column of yesterday', kind: 'column', publishedAt: hours(20) },
  ])
  const pages: string[] = []
  let request = await requestOfNow(db, noon)
  for (;;) {
    const parts = await composeEdition(db, request, 'UTC', t)
    pages.push(parts.map(({ html }) => html).join('\n'))
    const more = parts.at(-1)?.more
    const next = more ? decodeRequest(more) : null
    if (!next) break
    request = { ...request, offset: next.offset }
  }
  const titles = pages.flatMap((page) => page.match(/News \d+|Column of \w+/g) ?? [])
  expect(titles.toSorted()).toEqual(
    [...headlines.map(({ title }) => title), 'Column of today', 'Column of yesterday'].toSorted(),
  )
  expect(pages.map((page) => page.match(/Column of \w+/)?.[0])).toEqual([
    'Column of today',
    'Column of yesterday',
    undefined,
    undefined,
  ])
})
