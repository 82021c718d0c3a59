import { describe, expect, it } from 'vitest'
import { setLongTextsAside } from '../../../src/feeds/formats/long-texts.ts'
import { parseFeed } from '../../../src/feeds/formats/parse.ts'

const now = Temporal.Instant.from('2024-06-14T12:00:00Z')
const words = 'The ferry waits for the tide, and the town for the ferry. '.repeat(5).trim()
const feedOf = (content: string) =>
  `<rss version="2.0"><channel><title>T</title><item><title>One</title>${content}</item></channel></rss>`
const firstItem = async (content: string) => (await parseFeed(feedOf(content), null, now)).items[0]

describe('long texts', () => {
  it('leave the text that is parsed, and come back', async () => {
    const { text, restore } = setLongTextsAside(feedOf(`<description>${words}</description>`))
    expect(text).not.toContain('ferry')
    const [value = ''] = /(?<=<description>)[^<]+/.exec(text) ?? []
    expect(restore(value)).toBe(words)
    expect(restore('short')).toBe('short')
  })

  it.each([
    ['escaped', `&lt;p&gt;${words} &amp;amp; &#8217;&#x2019;&lt;/p&gt;`],
    ['in a section', `<![CDATA[<p>${words} &amp; ’’</p>]]>`],
  ])('are decoded as XML says: %s', async (_, text) => {
    const item = await firstItem(`<description>${text}</description>`)
    expect(item?.summary).toBe(`<p>${words} &amp; ’’</p>`)
  })

  it('stay as they are where a section only quotes a feed', async () => {
    const quoted = `<description>${words} &amp;lt;</description>`
    const item = await firstItem(
      `<content:encoded> <![CDATA[<pre>${quoted}</pre>]]></content:encoded>`,
    )
    expect(item?.content).toBe(`<pre>${quoted}</pre>`)
  })

  it.each([
    ['an entity that XML does not know', `<description>${words}&nbsp;</description>`, `${words} `],
    ['markup that is not escaped', `<description>${words} <b>x</b></description>`, words],
    ['a section in pieces', `<description><![CDATA[${words}]]> end</description>`, `${words} end`],
    ['the sign that stands for them', `<description>${words}\u00010\u0001</description>`, words],
  ])('come back whole with %s', async (_, content, start) => {
    expect((await firstItem(content))?.summary).toContain(start.trim())
  })

  it('are found in time that grows with the text alone', () => {
    const hostile = '<description><![CDATA['.repeat(200_000)
    for (const text of [hostile, `${hostile}]]>`, '<description>'.repeat(400_000)]) {
      const aside = setLongTextsAside(text)
      expect(aside.restore(aside.text) === text).toBe(true)
    }
  })
})
