import { describe, expect, it } from 'vitest'
import { ReasonError } from '../../../src/domain/reason.ts'
import { parseListing } from '../../../src/feeds/listing/listing.ts'
import { findFeeds } from '../../../src/feeds/page/discover.ts'
import { inWords } from '../../helpers/in-words.ts'

const address = 'https://news.example/city/'
const urls = (html: string) => findFeeds(html, address).map(({ url }) => url)

describe('the feeds that a page names', () => {
  it('are those of its head, without those of comments, each in one format', () => {
    const html = `<html><head>
      <link rel="alternate" type="application/rss+xml" title="Harbour Post » Comments Feed" href="/comments/feed/">
      <link rel="ALTERNATE" type="application/atom+xml" title="Harbour Post (Atom)" href="/feed/atom/">
      <link rel="alternate" type="application/rss+xml" title="Harbour Post" href="/feed/">
      <link rel="alternate" type="application/rss+xml" title="Sport" href="sport/rss.xml">
      <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/1">
      <link rel="alternate" hreflang="uk" href="/uk/"><link rel="stylesheet" href="/feed.css">
      </head><body><a href="/other/rss">RSS</a></body></html>`
    expect(findFeeds(html, address)).toEqual([
      { url: 'https://news.example/feed/atom/', title: 'Harbour Post (Atom)', type: 'atom' },
      { url: 'https://news.example/city/sport/rss.xml', title: 'Sport', type: 'rss' },
    ])
  })

  it('are the links that look like feeds where the head names none', () => {
    const html = `<a href="/feedback">Feedback on our feeds</a> <a href="/rss">RSS</a>
      <a href="https://feedly.com/i/subscription/feed/https://news.example/rss">Feedly</a>
      <a href="/sport.atom">Sport</a> <a href="/n/rss-explained.html">RSS explained</a>
      <a href="/?feed=rss2&cat=3">Columns</a>`
    expect(urls(html)).toEqual([
      'https://news.example/rss',
      'https://news.example/sport.atom',
      'https://news.example/?feed=rss2&cat=3',
    ])
  })

  it('are those of comments where there are no others', () => {
    expect(urls('<link rel="alternate" type="application/rss+xml" href="/comments/feed">')).toEqual(
      ['https://news.example/comments/feed'],
    )
    expect(urls('<a href="/about">About</a>')).toEqual([])
  })
})

it('reads the messages of a Telegram channel, newest first', () => {
  const message = (id: number, body: string) => `<div class="tgme_widget_message_wrap">
    <div class="tgme_widget_message" data-post="harbour/${id}">${body}
    <a class="tgme_widget_message_date" href="https://t.me/harbour/${id}"><time datetime="2024-06-14T0${id}:00:00+00:00">0${id}:00</time></a></div></div>`
  const text = (words: string) => `<div class="tgme_widget_message_text">${words}</div>`
  const html = `<html><body><div class="tgme_channel_info_header_title"><span>Harbour Post</span></div>
    ${message(1, text('Bridge <b>opens</b><br/><br/>Hundreds walked across.'))}
    ${message(2, '<div class="tgme_widget_message_photo"></div>')}
    ${message(3, `<a class="tgme_widget_message_reply">${text('Bridge opens')}</a>${text('And closes again')}`)}</body></html>`
  const now = Temporal.Instant.from('2024-06-15T00:00:00Z')
  const outcome = parseListing(html, 'https://t.me/s/harbour', { now })
  if (outcome.kind === 'none') throw new ReasonError(outcome.reason)
  expect(outcome.feed.title).toBe('Harbour Post')
  expect(outcome.feed.items).toMatchObject([
    { title: 'And closes again', url: 'https://t.me/harbour/3' },
    {
      title: 'Bridge opens',
      summary: 'Bridge opens Hundreds walked across.',
      publishedAt: Temporal.Instant.from('2024-06-14T01:00:00Z'),
    },
  ])
  expect(inWords(parseListing('<html></html>', 'https://t.me/s/private', { now }))).toMatchObject({
    kind: 'none',
    reason: 'the channel shows no messages outside Telegram',
  })
})
