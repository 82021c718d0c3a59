import { html, raw } from 'hono/html'
import type { Outlet } from './edition.ts'
import type { Publication } from './publication.ts'

/** Said on every page and in every feed. */
export const sampleNote =
  'Sample newspaper bundled with Courant: every name and event in it is invented.'

/** An outlet's feed as XML, in its own format. */
export function renderFeed(outlet: Outlet, publications: Publication[], origin: string): string {
  const render = outlet.format === 'atom' ? renderAtom : renderRss
  return `<?xml version="1.0" encoding="utf-8"?>\n${render(outlet, publications, origin)}`
}

function renderRss(outlet: Outlet, publications: Publication[], origin: string): string {
  const items = publications.map(
    ({ article, publishedAt, path }) => html`<item>
<title>${article.title}</title>
<link>${origin}${path}</link>
<guid isPermaLink="true">${origin}${path}</guid>
<pubDate>${new Date(publishedAt.epochMilliseconds).toUTCString()}</pubDate>
${article.columnist ? html`<dc:creator>${article.columnist.name}</dc:creator>` : ''}
<category>${article.section}</category>
<description>${article.standfirst}</description>
</item>
`,
  )
  return String(html`<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${outlet.title}</title>
<link>${origin}/${outlet.slug}/</link>
<atom:link rel="self" type="application/rss+xml" href="${origin}${feedPath(outlet)}"/>
<description>${outlet.motto}. ${sampleNote}</description>
<language>${outlet.language}</language>
<ttl>15</ttl>
${raw(items.join(''))}</channel>
</rss>`)
}

function renderAtom(outlet: Outlet, publications: Publication[], origin: string): string {
  const updated = publications[0]?.publishedAt.toString() ?? '1970-01-01T00:00:00Z'
  const entries = publications.map(
    ({ article, publishedAt, path }) => html`<entry>
<id>tag:courant.example,2026:${path}</id>
<title>${article.title}</title>
<link rel="alternate" type="text/html" href="${origin}${path}"/>
<published>${publishedAt.toString()}</published>
<updated>${publishedAt.toString()}</updated>
<author><name>${outlet.title}</name></author>
<category term="${article.section}"/>
<summary>${article.standfirst}</summary>
</entry>
`,
  )
  return String(html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.language}">
<id>tag:courant.example,2026:/${outlet.slug}</id>
<title>${outlet.title}</title>
<subtitle>${outlet.motto}. ${sampleNote}</subtitle>
<link rel="alternate" type="text/html" href="${origin}/${outlet.slug}/"/>
<link rel="self" type="application/atom+xml" href="${origin}${feedPath(outlet)}"/>
<updated>${updated}</updated>
${raw(entries.join(''))}</feed>`)
}

export function feedPath(outlet: Outlet): string {
  return `/${outlet.slug}/feed.xml`
}
