import { expect, it } from 'vitest'
import { feedOfYoutubePage, knownSource } from '../../../src/feeds/page/known-sites.ts'

const channel = 'UC1234567890abcdefghij-_'

it.each([
  [
    `https://www.youtube.com/channel/${channel}/videos`,
    `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`,
  ],
  ['https://m.youtube.com/user/harbour', 'https://www.youtube.com/feeds/videos.xml?user=harbour'],
  [
    'https://youtube.com/playlist?list=PL12',
    'https://www.youtube.com/feeds/videos.xml?playlist_id=PL12',
  ],
  ['https://www.youtube.com/@harbour', null],
  ['https://www.youtube.com/watch?v=abc', null],
  ['https://old.reddit.com/r/harbour', 'https://www.reddit.com/r/harbour/.rss'],
  [
    'https://www.reddit.com/r/harbour/top/?t=day',
    'https://www.reddit.com/r/harbour/top/.rss?t=day',
  ],
  ['https://www.reddit.com/user/ada/', 'https://www.reddit.com/user/ada/.rss'],
  ['https://www.reddit.com/r/harbour/.rss', null],
  ['https://github.com/ada/harbour', 'https://github.com/ada/harbour/releases.atom'],
  ['https://github.com/ada/harbour/releases', 'https://github.com/ada/harbour/releases.atom'],
  ['https://github.com/ada/harbour/tags', 'https://github.com/ada/harbour/tags.atom'],
  [
    'https://github.com/ada/harbour/commits/main',
    'https://github.com/ada/harbour/commits/main.atom',
  ],
  ['https://github.com/ada/harbour/discussions', 'https://github.com/ada/harbour/discussions.atom'],
  ['https://github.com/ada', 'https://github.com/ada.atom'],
  ['https://github.com/ada/harbour/issues', null],
  ['https://github.com/ada/harbour/releases.atom', null],
  ['https://social.example/@ada', 'https://social.example/@ada.rss'],
  ['https://social.example/@ada/112', null],
  ['https://t.me/harbour', 'https://t.me/s/harbour'],
  ['https://t.me/s/harbour/15', 'https://t.me/s/harbour'],
  ['https://t.me/joinchat/abc', null],
  ['https://t.me/+abcdef', null],
  ['https://news.example/', null],
])('knows where %s keeps its feed', (address, url) => {
  expect(knownSource(address)?.url ?? null).toBe(url)
})

it('finds the feed of a YouTube handle in its page', () => {
  const html = `<script>var x = {"externalId":"${channel}"}</script>`
  const feed = `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`
  expect(feedOfYoutubePage(html, 'https://www.youtube.com/@harbour')).toBe(feed)
  expect(feedOfYoutubePage(html, 'https://news.example/@harbour')).toBeNull()
})
