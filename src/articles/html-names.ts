// The names of HTML that cut-page.ts goes by.

/** What shows nothing to a reader, with all that is in it. */
export const invisible = new Set([
  'script',
  'style',
  'svg',
  'noscript',
  'template',
  'iframe',
  'math',
])
/** Of no use for the text once `meta`, `link` and `base` are read. */
export const unseen = new Set('base col input link meta param source track area embed'.split(' '))
/** Elements without content and end tag (HTML Standard, 13.1.2). */
export const voids = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)
/** A start tag of one of these ends an open one of the same name (HTML Standard, 13.1.2.4). */
export const endsItself = new Set('p li dt dd tr td th option'.split(' '))
/** Without attributes these do not help to find the article. */
export const plainInline = new Set(
  'abbr b big cite em font i mark small span strong u wbr'.split(' '),
)
/** White space beside the tags of these shows nowhere. */
export const blockNames = new Set(
  `address article aside blockquote body dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5
  h6 head header hr html li link main meta nav ol p section table tbody td tfoot th thead title tr
  ul`.split(/\s+/),
)
/** The attributes that Readability and our rules look at. */
export const keptAttributes = new Set(
  'aria-modal class datetime href id itemprop itemtype lang rel role src'.split(' '),
)

/** HTML that ends foreign content such as svg (HTML Standard, 13.2.6.5). */
export const breaksOut = new Set(
  'blockquote body div dl h1 h2 h3 h4 h5 h6 head hr img li ol p pre span table ul'.split(' '),
)

/** What stands in no menu. */
export const opensArticle = new Set(['article', 'main', 'h1'])
