import { html, raw } from 'hono/html'
import { clockTime } from '../../domain/calendar.ts'
import type { Outlet } from './edition.ts'
import { feedPath, sampleNote } from './feeds.ts'
import type { Publication } from './publication.ts'
import { wordsFor } from './words.ts'

type Markup = ReturnType<typeof html>

/** The page of one article, with everything around it that pages of news sites have. */
export function renderArticle(
  outlet: Outlet,
  publication: Publication,
  all: Publication[],
  origin: string,
): string {
  const { article, publishedAt, path } = publication
  const words = wordsFor(outlet.language)
  const address = origin + path
  const others = all.filter((other) => other.path !== path)
  const head = html`<link rel="canonical" href="${address}">
    <meta property="og:type" content="article">
    <meta property="og:title" content="${article.title}">
    <meta property="og:description" content="${article.standfirst}">
    <meta property="og:url" content="${address}">
    <meta property="og:site_name" content="${outlet.title}">
    <meta property="article:published_time" content="${publishedAt.toString()}">
    <script type="application/ld+json">${raw(jsonLd(outlet, publication, address))}</script>`
  const body = html`<nav class="crumbs" aria-label="${words.here}"><a href="/">${words.home}</a> › <a href="/${outlet.slug}/">${outlet.title}</a> › ${article.section}</nav>
    <div class="columns">
      <main>
        <article>
          <h1>${article.title}</h1>
          <p class="byline">${article.columnist?.name ?? words.newsroom} · <time datetime="${publishedAt.toString()}">${longDate(publication, outlet)}</time></p>
          <p class="standfirst"><b>${article.standfirst}</b></p>
          <figure>${raw(picture(outlet, article.title))}<figcaption>${words.caption}</figcaption></figure>
          <p>${article.text[0]}</p>
          <p>${article.text[1]}</p>
          ${readAlso(others[0], words.readAlso)}
          ${article.text.slice(2).map((paragraph) => html`<p>${paragraph}</p>`)}
          ${article.columnist ? aboutColumnist(article.columnist.about, words.disclaimer) : ''}
        </article>
        <ul class="share"><li><a href="#">${words.share}</a></li><li><a href="#">${words.print}</a></li></ul>
        <form class="letter"><b>${words.letter}</b><input type="email" aria-label="e-mail" placeholder="you@example.org"><button type="button">${words.subscribe}</button></form>
      </main>
      <aside><h2>${words.news}</h2>${headlines(outlet, others.slice(0, 24))}<p><a href="/${outlet.slug}/">${words.moreNews}</a></p></aside>
    </div>`
  return layout(outlet, article.title, article.standfirst, head, body)
}

/** An outlet's front page: its headlines under their days. */
export function renderFrontPage(outlet: Outlet, all: Publication[], origin: string): string {
  const words = wordsFor(outlet.language)
  const head = html`<link rel="canonical" href="${origin}/${outlet.slug}/">`
  const body = html`<main class="front"><h1>${words.news}</h1>${headlines(outlet, all)}<p><a href="#">${words.moreNews}</a></p></main>`
  return layout(outlet, outlet.title, outlet.motto, head, body)
}

/** The newspaper's root: its outlets. */
export function renderOutlets(outlets: readonly Outlet[]): string {
  const items = outlets.map(
    (outlet) => html`<li><a href="/${outlet.slug}/">${outlet.title}</a><br>${outlet.motto}</li>`,
  )
  const [first] = outlets
  if (!first) return ''
  const body = html`<main class="front"><h1>The sample newspapers</h1><ul class="outlets">${items}</ul></main>`
  return layout(
    { ...first, title: 'Saltmere', motto: sampleNote },
    'Saltmere',
    sampleNote,
    html``,
    body,
  )
}

function layout(
  outlet: Outlet,
  title: string,
  about: string,
  head: Markup | Promise<string>,
  body: Markup | Promise<string>,
): string {
  const words = wordsFor(outlet.language)
  return String(html`<!doctype html>
<html lang="${outlet.language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title === outlet.title ? title : `${title} | ${outlet.title}`}</title>
    <meta name="description" content="${about}">
    <link rel="alternate" type="application/${outlet.format}+xml" title="${outlet.title}" href="${feedPath(outlet)}">
    <link rel="stylesheet" href="/newspaper.css">
    ${head}
  </head>
  <body class="${outlet.slug}">
    <header><a class="masthead" href="/${outlet.slug}/">${outlet.title}</a><p>${outlet.motto}</p>
      <nav aria-label="${words.sections}">${words.sectionNames.map((name) => html`<a href="/${outlet.slug}/">${name}</a> `)}</nav>
    </header>
    ${body}
    <footer><p>${sampleNote}</p><nav><a href="/">${words.about}</a> <a href="/">${words.contact}</a> <a href="/">${words.terms}</a></nav></footer>
  </body>
</html>`)
}

/** Headlines as news sites print them: year and weekday, day and month, then the day's links. */
function headlines(outlet: Outlet, publications: Publication[]) {
  const groups = Map.groupBy(publications, ({ publishedAt }) => publishedAt.toString().slice(0, 10))
  return [...groups].map(([iso, entries]) => {
    const day = Temporal.PlainDate.from(iso)
    const locale = wordsFor(outlet.language).locale
    return html`<section class="day"><h3><span>${day.year}, ${day.toLocaleString(locale, { weekday: 'long' })}</span> ${day.toLocaleString(locale, { day: 'numeric', month: 'long' })}</h3><ul>
      ${entries.map(({ article, publishedAt, path }) => html`<li><time>${clockTime(publishedAt, 'UTC')}</time> <a href="${path}">${article.title}</a></li>`)}
    </ul></section>`
  })
}

function readAlso(other: Publication | undefined, label: string) {
  return other
    ? html`<div class="read-also"><b>${label}:</b> <a href="${other.path}">${other.article.title}</a></div>`
    : ''
}

function aboutColumnist(about: string, disclaimer: string) {
  return html`<p class="about-author"><i>${about}</i></p><p class="disclaimer"><small>${disclaimer}</small></p>`
}

function longDate({ publishedAt }: Publication, outlet: Outlet): string {
  const { locale } = wordsFor(outlet.language)
  return publishedAt.toLocaleString(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
}

function jsonLd(outlet: Outlet, { article, publishedAt }: Publication, address: string): string {
  const { columnist } = article
  const data = {
    '@context': 'https://schema.org',
    '@type': columnist ? 'OpinionNewsArticle' : 'NewsArticle',
    headline: article.title,
    description: article.standfirst,
    datePublished: publishedAt.toString(),
    inLanguage: outlet.language,
    url: address,
    author: columnist
      ? { '@type': 'Person', name: columnist.name, description: columnist.about }
      : { '@type': 'Organization', name: outlet.title },
    publisher: { '@type': 'NewsMediaOrganization', name: outlet.title },
  }
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

// A quiet seascape in the outlet's colour; its waves follow from the title.
function picture(outlet: Outlet, title: string): string {
  const seed = [...title].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0)
  const wave = (y: number, i: number) => {
    const swell = 10 + ((seed >> i) % 14)
    return `<path d="M0 ${y}q80-${swell} 160 0t160 0 160 0 160 0V300H0Z" opacity=".${2 + i * 2}"/>`
  }
  const sun = `<circle cx="${80 + (seed % 480)}" cy="${70 + (seed % 50)}" r="34" opacity=".25"/>`
  return `<svg viewBox="0 0 640 300" role="img" aria-label="" fill="${outlet.colour}"><rect width="640" height="300" opacity=".08"/>${sun}${[190, 220, 252].map(wave).join('')}</svg>`
}
