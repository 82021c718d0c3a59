import type { InlineKeyboard } from 'grammy'
import type { Fragment } from '../digests/telegram/markup.ts'
import { type Block, layOutMessages } from '../digests/telegram/split.ts'

/** A message, and its buttons. */
export type OnePage = { html: string; keyboard: InlineKeyboard }

/**
 * Lays out as many entries as fit one message, so that buttons can edit it in place; null without any.
 * The heading is told how many are shown.
 */
export function layOutPage(
  entries: readonly Block['forms'][],
  heading: (shown: number) => Fragment,
): { html: string; shown: number } | null {
  const layOut = (shown: number) =>
    layOutMessages(
      entries
        .slice(0, shown)
        .map((forms): Block => ({ headings: [heading(shown)], forms, spacing: 'loose' })),
    ).messages[0]
  const shown = layOut(entries.length)?.blocks.length ?? 0
  const page = layOut(shown)
  return page ? { html: page.html, shown } : null
}
