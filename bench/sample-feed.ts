const filler = 'The council met on Thursday to speak about the harbour, and the harbour listened. '

/** An RSS feed with so many items of 1.4 KB, dated hourly back from now. */
export function sampleFeed(name: string, items: number): string {
  const entries = Array.from({ length: items }, (_, i) => {
    const date = new Date(Date.now() - i * 3_600_000).toUTCString()
    const link = `http://news.example${name}/${i}`
    return `<item><title>Headline ${i} of ${name}</title><link>${link}</link><guid>${link}</guid>
<pubDate>${date}</pubDate><description>&lt;p&gt;${filler.repeat(14)}&lt;/p&gt;</description></item>`
  })
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Feed ${name}</title>
<link>http://news.example${name}</link>${entries.join('')}</channel></rss>`
}
