import { expect, it } from 'vitest'
import { feedsOfLinkHeader } from '../../../src/feeds/page/link-header.ts'

it.each([
  ['</f>; rel="alternate"; type="application/rss+xml"; title="News, all"', 'rss', 'News, all'],
  ['<f>;type=application/atom+xml;rel=ALTERNATE', 'atom', 'https://a.example/f'],
  [
    '</x>; rel=hub, </f>; rel="self alternate"; type="application/feed+json"',
    'json',
    'https://a.example/f',
  ],
  ['</f>; rel=alternate; type=application/rss', 'rss', 'https://a.example/f'],
])('finds the feed in %s', (header, type, title) => {
  expect(feedsOfLinkHeader(header, 'https://a.example/')).toEqual([
    { url: 'https://a.example/f', type, title },
  ])
})

it('finds none in other links, and is not held by endless ones', () => {
  const others = '</s.css>; rel=stylesheet, </wp-json/1>; rel=alternate; type="application/json"'
  expect(feedsOfLinkHeader(others, 'https://a.example/')).toEqual([])
  const start = performance.now()
  for (const piece of ['<a>;', '<', '; a="', '<a>; a'])
    feedsOfLinkHeader(piece.repeat(4000), 'https://a.example/')
  expect(performance.now() - start).toBeLessThan(1000)
})
