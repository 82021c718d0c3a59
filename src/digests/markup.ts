/**
 * A piece of a message in Telegram's HTML (https://core.telegram.org/bots/api#html-style) with what
 * it costs against Telegram's limits: `units`, the UTF-16 units of its text after parsing, and
 * `entities`. Built only by the functions below, so everything in it is escaped.
 */
export type Fragment = { html: string; units: number; entities: number }

// What Telegram would mark by itself: #tag, @name, /command, $CASH, addresses. Counted generously.
const detected = /[#@/$]\w|\w[.:]\w/gu
// Controls would break the page or, as bidirectional overrides, scramble what follows.
const controls = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** Plain words. */
export function text(words: string): Fragment {
  const clean = words.toWellFormed().replace(controls, '')
  return {
    html: escapeHtml(clean),
    units: clean.length,
    entities: clean.match(detected)?.length ?? 0,
  }
}

export function concat(...parts: Fragment[]): Fragment {
  return {
    html: parts.map((part) => part.html).join(''),
    units: parts.reduce((sum, part) => sum + part.units, 0),
    entities: parts.reduce((sum, part) => sum + part.entities, 0),
  }
}

export function bold(inner: Fragment): Fragment {
  return wrap('<b>', inner, '</b>')
}

export function italic(inner: Fragment): Fragment {
  return wrap('<i>', inner, '</i>')
}

export function link(inner: Fragment, url: string): Fragment {
  return wrap(`<a href="${escapeHtml(url)}">`, inner, '</a>')
}

/** A quotation that shows three lines until it is opened. */
export function expandableQuote(inner: Fragment): Fragment {
  return wrap('<blockquote expandable>', inner, '</blockquote>')
}

function wrap(open: string, inner: Fragment, close: string): Fragment {
  return { ...inner, html: open + inner.html + close, entities: inner.entities + 1 }
}

/** Escapes for Telegram's HTML, in text and in quoted attributes. */
export function escapeHtml(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
