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
/** The reading of a word beside it, which its own end tag or the next one ends (HTML Standard, 4.5.10). */
export const rubyReadings = new Set(['rt', 'rp'])
/** Of no use for the text once `meta`, `link` and `base` are read. */
export const unseen = new Set('base col input link meta param source track area embed'.split(' '))
/** Elements without content and end tag (HTML Standard, 13.1.2). */
export const voids = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)
/** A start tag of one of these ends an open one of the same name (HTML Standard, 13.1.2.4). */
export const endsItself = new Set('p li dt dd tr td th option'.split(' '))
/** An end tag of one of these that ends none stands for an element (HTML Standard, 13.2.6.4.7). */
export const startsAtItsEnd = new Set(['p', 'br'])
/** A start tag of one of these but the first ends what is open within the last (13.2.6.4.9). */
export const tableParts = new Set('table caption tbody thead tfoot tr td th'.split(' '))
/** Elements that a parser begins anew, any number, after what they were left open in (13.2.4.3). */
export const formatting = new Set('b big code em font i s small strike strong tt u'.split(' '))
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
