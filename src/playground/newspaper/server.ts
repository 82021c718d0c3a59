import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import type { FeedKind } from '../../domain/feed.ts'
import { type Listening, listen } from '../../lib/listen.ts'
import { feedPath, renderFeed } from './feeds.ts'
import { outlets } from './outlets.ts'
import { renderArticle, renderFrontPage, renderOutlets } from './pages.ts'
import { publicationAt, publishedBy } from './publication.ts'

export type Newspaper = Listening & {
  feeds: { title: string; url: string; kind: FeedKind; tags: string[] }[]
}

const css = readFileSync(path.join(import.meta.dirname, 'newspaper.css'), 'utf8')

/**
 * Serves a few invented outlets on this machine: feeds and pages as real sites have them, dated
 * relative to today, so that there is always a day's news and more of it comes as the day goes on.
 */
export async function serveNewspaper(options: {
  now: () => Temporal.Instant
  host: string
  port: number
}): Promise<Newspaper> {
  const { now } = options
  const app = new Hono()
  // The feeds name the newspaper's own address, which is known once it listens.
  let origin = ''

  app.use(etag())
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'public, max-age=60')
  })
  app.get('/', (c) => c.html(renderOutlets(outlets)))
  app.get('/newspaper.css', (c) => c.body(css, 200, { 'content-type': 'text/css; charset=utf-8' }))
  for (const outlet of outlets) {
    app.get(feedPath(outlet), (c) => {
      const published = publishedBy(outlet, now())
      return c.body(renderFeed(outlet, published, origin), 200, {
        'content-type': `application/${outlet.format}+xml; charset=utf-8`,
        ...(published[0] && { 'last-modified': httpDate(published[0].publishedAt) }),
      })
    })
    app.get(`/${outlet.slug}/`, (c) =>
      c.html(renderFrontPage(outlet, publishedBy(outlet, now()), origin)),
    )
    app.get(`/${outlet.slug}/*`, (c) => {
      const publication = publicationAt(outlet, c.req.path, now())
      if (!publication) return c.notFound()
      c.header('last-modified', httpDate(publication.publishedAt))
      return c.html(renderArticle(outlet, publication, publishedBy(outlet, now()), origin))
    })
  }
  app.notFound((c) =>
    c.html('<!doctype html><title>Not found</title><p>There is no such page.', 404),
  )

  const listening = await listen(app, options)
  origin = listening.origin
  const feeds = outlets.map((outlet) => ({
    title: outlet.title,
    url: origin + feedPath(outlet),
    kind: outlet.kind,
    tags: [outlet.section],
  }))
  return { ...listening, feeds }
}

function httpDate(at: Temporal.Instant): string {
  return new Date(at.epochMilliseconds).toUTCString()
}
