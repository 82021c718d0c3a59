export type SampleItem = {
  title: string
  link: string
  date?: string
  description?: string
  creator?: string
  guid?: string
}

const escapeXml = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** An RSS 2.0 document with these items. */
export function rss(title: string, items: SampleItem[]): string {
  const entries = items.map(
    (item) => `<item><title>${escapeXml(item.title)}</title><link>${escapeXml(item.link)}</link>
      <guid>${escapeXml(item.guid ?? item.link)}</guid>
      ${item.date ? `<pubDate>${item.date}</pubDate>` : ''}
      ${item.creator ? `<dc:creator>${escapeXml(item.creator)}</dc:creator>` : ''}
      <description>${escapeXml(item.description ?? '')}</description></item>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
    <title>${escapeXml(title)}</title><link>https://news.example/</link>${entries.join('\n')}
    </channel></rss>`
}

/** A page of a news site with an article of some length. */
export function page(title: string, paragraphs: string[]): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeXml(title)}</title></head>
    <body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
    <article><h1>${escapeXml(title)}</h1>${paragraphs.map((p) => `<p>${escapeXml(p)}</p>`).join('')}</article>
    <footer>All rights reserved</footer></body></html>`
}
