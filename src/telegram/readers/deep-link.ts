import type { CommandContext } from 'grammy'
import type { DayFilter } from '../../domain/day-request.ts'
import { openDay } from '../../serving/by-day.ts'
import type { CourantContext } from '../context.ts'
import { ask } from '../questions.ts'
import type { Services } from '../services.ts'
import { sendDay } from './by-day.ts'
import { readColumnLink, showColumn } from './column-page.ts'
import { readStoryLink, showStory } from './story-page.ts'

/**
 * Opens what a link `https://t.me/BOT?start=…` names
 * (https://core.telegram.org/bots/features#deep-linking): `s_STORY`, `c_COLUMN`, `section_TAG`, `feed_NUMBER`,
 * `by_COLUMNIST`, `day_DATE`, or `search`. False for any other, and for what is not there.
 */
export async function openDeepLink(
  ctx: CommandContext<CourantContext>,
  services: Services,
): Promise<boolean> {
  const words = ctx.match.trim()
  const story = readStoryLink(words)
  if (story !== null) {
    await showStory(ctx, services, story)
    return true
  }
  const column = readColumnLink(words)
  if (column !== null) {
    await showColumn(ctx, services, column)
    return true
  }
  if (words === 'search') {
    await ask(ctx, 'search-usage')
    return true
  }
  const wish = readDayLink(words)
  if (!wish) return false
  const page = await openDay(services, ctx.subject, wish, ctx.t)
  if (page.kind === 'gone') return false
  await sendDay(ctx, services, page)
  return true
}

type DayLink = { date: Temporal.PlainDate | null; filter: DayFilter | null }

function readDayLink(words: string): DayLink | null {
  const [, kind, value = ''] = /^(section|feed|by|day)_([\w-]{1,60})$/.exec(words) ?? []
  if (kind === 'section') return { date: null, filter: { kind, key: value } }
  if (kind === 'day') {
    const date = readDate(value)
    return date && { date, filter: null }
  }
  if (kind === undefined || !/^\d{1,15}$/.test(value)) return null
  const id = Number(value)
  return { date: null, filter: kind === 'feed' ? { kind, id } : { kind: 'columnist', id } }
}

/** A day as `2026-06-14` or `20260614`. */
function readDate(digits: string): Temporal.PlainDate | null {
  if (!/^\d{4}(-?)\d\d\1\d\d$/.test(digits)) return null
  try {
    return Temporal.PlainDate.from(digits)
  } catch {
    return null
  }
}
