import { link } from '../digests/telegram/markup.ts'
import { oneLine } from '../text/controls.ts'

/** An address as Telegram HTML, with as much of it to see as a reader can take in. */
export function addressLink(url: string): string {
  return link(oneLine(url.replace(/^https?:\/\/(?:www\.)?|\/$/g, ''), 100), url).html
}
