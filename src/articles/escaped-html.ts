import { plainText } from '../text/plain-text.ts'

// Ends of tags, tags without attributes and entities, left where a program escaped HTML twice.
const escaped =
  /<\/(?:p|a|b|i|em|strong|span|div|li|ul|ol|h[1-6]|blockquote|figure|u|font)\s*>|<(?:br|p|b|i|em|strong)\s*\/?>|&(?:nbsp|amp|quot|apos|lt|gt|#x?[\da-f]{2,5}|[lr][sd]quo|[nm]dash|hellip|[a-z](?:uml|acute|grave|circ|cedil|tilde)|szlig|laquo|raquo|euro);/i
/** What WordPress and its builders put into texts for programs that are gone. */
const shortcode =
  /\[\/?(?:caption|button|gallery|embed|video|audio|playlist|youtube|vimeo|column|row|one_\w+|vc_\w+|et_pb_\w+|su_\w+|fusion_\w+|av_\w+|tie_\w+|contact-form\S*|wp-\S+|ads?|adrotate|mc4wp\S*)(?:\s[^\]]{0,400})?\]/gi

/**
 * A text of a page without the HTML that was escaped once too often, and without shortcodes; letters that
 * broke on their way (U+FFFD) are left out, but for the apostrophe that most of them were.
 */
export function withoutEscapes(text: string): string {
  let words = text
  if (words.includes('\ufffd')) {
    words = words.replace(/(?<=\p{L})\ufffd+(?=\p{Ll})/gu, '’').replaceAll('\ufffd', '')
  }
  if (words.includes('[')) words = words.replace(shortcode, ' ')
  return escaped.test(words) ? plainText(words) : words.trim()
}
