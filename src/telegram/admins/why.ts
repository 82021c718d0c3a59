import { bold, concat, type Fragment, italic, link, text } from '../../digests/telegram/markup.ts'
import { canonicalAddress } from '../../domain/address.ts'
import { dayHeading } from '../../domain/calendar.ts'
import type { Translate } from '../../domain/translate.ts'
import { explainStory, type StoryMember } from '../../editing/change-stories.ts'
import { reasonWords } from '../../i18n/reason-words.ts'
import { type PlaceInDay, placeInDay } from '../../serving/place-in-day.ts'
import { oneLine } from '../../text/controls.ts'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { say, sayList } from '../say.ts'
import type { Services } from '../services.ts'

/** Shows what is in a story and why, and its place in the day, by its number or the address of a headline. */
export const why: Command = {
  name: 'why',
  async handle(ctx, services) {
    const input = ctx.match.trim()
    const key = /^\d{1,15}$/.test(input) ? Number(input) : canonicalAddress(input)
    if (key === null) return say(ctx, 'why-usage')
    await showStory(ctx, services, key)
  },
  buttons: [
    {
      pattern: /^show:why:(\d{1,15})$/,
      async handle(ctx, services) {
        await ctx.answerCallbackQuery()
        await showStory(ctx, services, Number(ctx.match[1]))
      },
    },
  ],
}

async function showStory(
  ctx: CourantContext,
  services: Services,
  key: number | string,
): Promise<void> {
  const story = await explainStory(services, key)
  if (!story) return say(ctx, 'why-none')
  const heading = bold(text(ctx.t('why-title', { id: story.id, count: story.members.length })))
  const place = await placeInDay(
    services,
    ctx.subject,
    story.members.map(({ id }) => id),
  )
  const notes = [
    ...(place ? [placeWords(place, ctx.t)] : []),
    ...(story.isPinned ? [ctx.t('why-pinned')] : []),
    ...(story.continues === null ? [] : [ctx.t('why-continues', { id: story.continues })]),
    ...story.merges.map((reason) => reasonWords(reason, ctx.t)),
  ]
  const entries = [
    ...story.members.map((member) => [
      () => describe(member, ctx.t, link(oneLine(member.title, 200), member.url)),
      // An address that fits no message.
      () => describe(member, ctx.t, text(oneLine(member.title, 200))),
    ]),
    ...notes.map((note) => [() => italic(text(oneLine(note, 400)))]),
  ]
  await sayList(
    ctx,
    entries.map((forms) => ({ headings: [heading], forms, spacing: 'loose' as const })),
  )
}

function placeWords({ day, place, stories, reason }: PlaceInDay, t: Translate): string {
  const heading = dayHeading(day, t('date-locale'))
  return t('why-place', { place, stories, day: heading, reason: reasonWords(reason, t) })
}

function describe({ id, source, reason }: StoryMember, t: Translate, title: Fragment): Fragment {
  return concat(
    text(`${id}. `),
    title,
    text(` · ${oneLine(source, 60)}`),
    ...(reason ? [text('\n'), italic(text(oneLine(reasonWords(reason, t), 400)))] : []),
  )
}
