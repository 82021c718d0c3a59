import { expect, it } from 'vitest'
import { ReasonError } from '../../../src/domain/reason.ts'
import { parseListing } from '../../../src/feeds/listing/listing.ts'

const now = Temporal.Instant.from('2024-06-20T12:00:00Z')
const english = [
  'Harbour bridge reopens after the storm',
  'Council sells the old lighthouse at last',
  'Fishing fleet returns with little catch',
  'New school opens beside the market hall',
  'Night trains stop until the end of June',
]
const rows = (titles: string[], print: (i: number) => string) =>
  titles.map((title, i) => `<li><a href="/n/${i}">${title}</a> ${print(i)}</li>`).join('')
const read = (language: string, titles: string[], print: (i: number) => string) => {
  const html = `<html lang="${language}"><body><ul>${rows(titles, print)}</ul></body></html>`
  const outcome = parseListing(html, 'https://news.example/all', { now })
  if (outcome.kind === 'none') throw new ReasonError(outcome.reason)
  return outcome.feed.items
}

it.each([
  ['en', 'May 7, 2023 by Ada Marsh', '2023-05-07T12:00:00Z'],
  ['en', 'Ada Marsh May 7, 2023 in Sport', '2023-05-07T12:00:00Z'],
  ['en', 'May 7, 2023, 6:05 p.m. PST', '2023-05-08T02:05:00Z'],
  ['en', 'Updated about 3 hours ago', '2024-06-20T09:00:00Z'],
  ['en', '5h', '2024-06-20T07:00:00Z'],
  ['de', 'vor 3 Std.', '2024-06-20T09:00:00Z'],
  ['fr', 'le dimanche 7 mai 2023 à 18h', '2023-05-07T18:00:00Z'],
  ['pt-BR', '3 horas atrás', '2024-06-20T09:00:00Z'],
  ['vi', 'Ngày 7 tháng 5 năm 2023', '2023-05-07T05:00:00Z'],
  ['zh', '05-07 18:05', '2024-05-07T18:05:00Z'],
  ['ja', '2023年5月7日(日) 18時05分', '2023-05-07T09:05:00Z'],
  ['ko', '입력 2023.05.07 오후 6:05', '2023-05-07T09:05:00Z'],
])('dates rows in %s by “%s”', (language, words, instant) => {
  for (const print of [words, `<time>${words}</time>`]) {
    const [item] = read(language, english, () => `<span>${print}</span>`)
    expect(String(item?.publishedAt)).toBe(instant)
  }
})

it.each([
  'Sun, 07 May 2023 18:05:00 +0200',
  '1683475500',
  '1683475500000',
  '20230507T160500Z',
  'May 7, 2023 12:05 PM EDT',
])('reads the datetime %s', (datetime) => {
  for (const tag of ['time', 'relative-time']) {
    const [item] = read('en', english, () => `<${tag} datetime="${datetime}">then</${tag}>`)
    expect(String(item?.publishedAt)).toBe('2023-05-07T16:05:00Z')
  }
})

it.each([
  [
    'zh',
    ['大桥今早恢复通车', '灯塔终于售出', '渔船队收获甚少', '市场旁新校开学', 'AI公司落户本港'],
  ],
  [
    'ja',
    [
      '港の橋が再び開通',
      '灯台ついに売却へ',
      '漁船の水揚げ低調',
      'スクールバス増便',
      '夜行列車は運休に',
    ],
  ],
  [
    'ko',
    [
      '항구 다리 다시 개통',
      '등대 결국 팔린다',
      '어선들 빈손 귀항',
      '시장 옆 새 학교',
      '야간 열차 운행 중단',
    ],
  ],
])('knows short headlines in %s', (language, titles) => {
  const items = read(language, titles, (i) => `<span>2024-06-1${i}</span>`)
  expect(items.map(({ title }) => title)).toEqual(titles)
})
