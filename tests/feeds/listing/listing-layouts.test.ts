import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseListing } from '../../../src/feeds/listing/listing.ts'

// Pages made of parts as sites combine them: a way to print days, a way to print rows, and what
// stands around. Whatever the combination, the headlines and their days must come out.

const now = Temporal.Instant.from('2024-06-15T18:00:00Z')
const days = ['2024-06-14', '2024-06-13', '2024-06-12'].map((day) => Temporal.PlainDate.from(day))

const locales: Record<string, { lang: string; words: string[]; more: string; popular: string }> = {
  en: {
    lang: 'en',
    words:
      'bridge harbour council votes storm ferry school market north river opens closes after under new old'.split(
        ' ',
      ),
    more: 'More news',
    popular: 'Most read',
  },
  uk: {
    lang: 'uk',
    words:
      'міст гавань рада голосує шторм пором школа ринок північ річка відкрили закрили після під новий старий'.split(
        ' ',
      ),
    more: 'Більше новин',
    popular: 'Найпопулярніше',
  },
}

const parts = (day: Temporal.PlainDate, lang: string) => ({
  weekday: day.toLocaleString(lang, { weekday: 'long' }),
  date: day.toLocaleString(lang === 'en' ? 'en-GB' : lang, { day: 'numeric', month: 'long' }),
  numeric: day.toLocaleString('de', { day: '2-digit', month: '2-digit', year: 'numeric' }),
})

const dayWords: Record<string, (day: Temporal.PlainDate, lang: string) => string[]> = {
  yearAbove: (day, lang) => [`2024, ${parts(day, lang).weekday}`, parts(day, lang).date],
  dayAbove: (day, lang) => [parts(day, lang).date, `${parts(day, lang).weekday}, 2024`],
  long: (day, lang) => [`${parts(day, lang).weekday}, ${parts(day, lang).date} 2024`],
  short: (day, lang) => [parts(day, lang).date],
  numeric: (day, lang) => [parts(day, lang).numeric],
  iso: (day) => [day.toString()],
}

const headings: Record<string, (lines: string[]) => string> = {
  h2: (lines) => `<h2>${lines.join('<br>')}</h2>`,
  divs: (lines) => `<div class="day">${lines.map((line) => `<div>${line}</div>`).join('')}</div>`,
  spans: (lines) =>
    `<div class="day">${lines.map((line) => `<span>${line}</span>`).join('')}</div>`,
  bare: (lines) => `${lines.join('<br>')}<br>`,
  strong: (lines) => `<p><strong>${lines.join(' ')}</strong></p>`,
}

type Headline = { href: string; title: string; time: string }

const rows: Record<string, (item: Headline) => string> = {
  li: ({ href, title }) => `<li><a href="${href}">${title}</a></li>`,
  timeBefore: ({ href, title, time }) =>
    `<li><span>${time}</span> <a href="${href}">${title}</a></li>`,
  timeText: ({ href, title, time }) => `<li>${time} <a href="${href}">${title}</a></li>`,
  divs: ({ href, title, time }) =>
    `<div class="item"><div class="time">${time}</div><div class="text"><a href="${href}">${title}</a></div></div>`,
  card: ({ href, title, time }) =>
    `<article><a href="${href}"><img src="/i.jpg" alt="A picture of something in the news"></a><h3><a href="${href}">${title}</a></h3><p>A blurb that says a little more than the headline above it does.</p><footer><a href="/sections/city">City</a> <time>${time}</time> <a href="${href}#comments">12 comments</a></footer></article>`,
  wrapped: ({ href, title, time }) =>
    `<a class="card" href="${href}"><img src="/i.jpg"><h3>${title}</h3><span>${time}</span></a>`,
  paragraph: ({ href, title }) =>
    `<p><a href="${href}"><b>${title}</b></a> <a href="/sections/sea">Sea</a></p>`,
}

const groups: Record<string, (heading: string, rows: string) => string> = {
  listed: (heading, inner) => `${heading}<ul>${inner}</ul>`,
  flat: (heading, inner) => heading + inner,
  section: (heading, inner) => `<section>${heading}<div>${inner}</div></section>`,
  row: (heading, inner) =>
    `<div class="group"><div class="left">${heading}</div><div class="right">${inner}</div></div>`,
}

const key = <T>(record: Record<string, T>) => fc.constantFrom(...Object.keys(record))

const page = fc.record({
  lang: key(locales),
  dayStyle: key(dayWords),
  heading: key(headings),
  row: key(rows),
  group: key(groups),
  counts: fc.tuple(
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 2, max: 9 }),
    fc.integer({ min: 1, max: 9 }),
  ),
  navigation: fc.boolean(),
  sidebar: fc.constantFrom('none', 'aside', 'class', 'plain'),
  isSidebarFirst: fc.boolean(),
  bar: fc.boolean(),
  seed: fc.integer({ min: 0, max: 10_000 }),
})

it('reads the headlines and days of a page in any combination of common manners', () => {
  fc.assert(
    fc.property(page, (given) => {
      const locale = locales[given.lang]
      if (!locale) throw new Error(given.lang)
      let seed = given.seed
      const word = () => {
        seed = (seed * 31 + 7) % 100_003
        return locale.words[seed % locale.words.length]
      }
      const sentence = (length: number) => Array.from({ length }, word).join(' ')
      const expected: [string, string, string][] = []
      const body = days.map((day, d) => {
        const inner = Array.from({ length: given.counts[d] ?? 0 }, (_, i) => {
          const href = `https://news.example/${d}/${i}`
          const title = sentence(i === 4 ? 2 : 5 + (i % 4))
          expected.push([href, title, day.toString()])
          return rows[given.row]?.({ href, title, time: `${9 - i + 10}:05` }) ?? ''
        })
        const lines = dayWords[given.dayStyle]?.(day, locale.lang) ?? []
        return groups[given.group]?.(headings[given.heading]?.(lines) ?? '', inner.join('\n')) ?? ''
      })
      const links = (prefix: string, count: number) =>
        Array.from(
          { length: count },
          (_, i) => `<li><a href="/${prefix}/${i}">${sentence(5)}</a></li>`,
        ).join('')
      const box = `<h4>${locale.popular}</h4><ul>${links('popular', 5)}</ul>`
      const sidebars: Record<string, string> = {
        none: '',
        aside: `<aside>${box}</aside>`,
        class: `<div class="col sidebar">${box}</div>`,
        plain: `<div class="col-3"><div>${box}</div></div>`,
      }
      const html = `<!doctype html><html lang="${locale.lang}"><head><title>News</title></head><body>
        ${given.bar ? '<div class="bar">15 June 2024 <a href="/">Home</a> <a href="/en">English</a></div>' : ''}
        ${given.isSidebarFirst ? sidebars[given.sidebar] : ''}
        ${given.navigation ? `<nav><ul>${links('sections', 4)}</ul></nav>` : ''}
        <div class="page"><div class="main"><h1>${word()}</h1>${body.join('\n')}<a href="/more">${locale.more}</a></div>${given.isSidebarFirst ? '' : sidebars[given.sidebar]}</div>
        <div class="footer"><ul>${links('about', 4)}</ul></div></body></html>`
      const outcome = parseListing(html, 'https://news.example/', { now })
      if (outcome.kind === 'none') {
        // Fewer than three headlines are no list.
        expect(expected.length).toBeLessThan(5)
        return
      }
      const zone = given.lang === 'uk' ? 'Europe/Kyiv' : 'UTC'
      expect(
        outcome.feed.items.map(({ url, title, publishedAt }) => [
          url,
          title,
          publishedAt?.toZonedDateTimeISO(zone).toPlainDate().toString(),
        ]),
      ).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})
