import { InlineKeyboard } from 'grammy'
import type { InlineKeyboardButton } from 'grammy/types'
import {
  type Stance,
  stanceOn,
  stances,
  type Thing,
  takeStance,
  thingKinds,
} from '../../serving/stance.ts'
import type { Button } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { replaceButtons } from '../say.ts'
import type { Services } from '../services.ts'

/** Whether the page is that of the story or columnist, or of a column, beside which they say that they are its author's. */
type PageOf = 'itself' | 'column'

/**
 * The buttons that follow and mute a story or a columnist of so many numbers, the usual one first; or
 * take that back.
 */
export async function stanceButtons(
  ctx: CourantContext,
  services: Services,
  kind: Thing['kind'],
  ids: readonly [number, ...number[]],
  pageOf: PageOf = 'itself',
): Promise<InlineKeyboardButton[]> {
  const { thing, stance } = await stanceOn(services, ctx.subject, kind, ids)
  return buttonsFor(ctx, thing, stance, pageOf)
}

const onColumn = ':column'

/** Their presses. The data says what shall be, so that of two devices the later wins. */
export const stanceButton: Button = {
  pattern: new RegExp(
    `^stance:(${stances.join('|')}):(${thingKinds.join('|')}):(\\d{1,15})(${onColumn})?$`,
  ),
  async handle(ctx, services) {
    const [, wished, kindOf, id, mark] = ctx.match
    const stance = stances.find((each) => each === wished) ?? 'none'
    const kind = thingKinds.find((each) => each === kindOf) ?? 'story'
    const thing = { kind, id: Number(id) }
    const outcome = await takeStance(services, ctx.subject, thing, stance)
    const key = noticeOf(outcome.kind, thing, stance)
    const isRefused = outcome.kind !== 'changed'
    const text = ctx.t(key, { kind, about: 'own' })
    await ctx.answerCallbackQuery({ text, show_alert: isRefused })
    if (isRefused) return
    const fresh = buttonsFor(ctx, thing, stance, mark ? 'column' : 'itself')
    const ofThing = new RegExp(`^stance:\\w+:${kind}:${thing.id}(?:${onColumn})?$`)
    await replaceButtons(ctx, (data) => (ofThing.test(data) ? fresh.shift() : undefined))
  },
}

function noticeOf(
  outcome: Awaited<ReturnType<typeof takeStance>>['kind'],
  { kind }: Thing,
  stance: Stance,
): string {
  switch (outcome) {
    case 'gone':
      return `${kind}-none`
    case 'not-subscribed':
      return 'not-subscribed'
    case 'empty':
    case 'too-many':
      return `paper-${outcome}`
    case 'changed':
      return `stance-${stance}`
  }
}

function buttonsFor(
  { t }: CourantContext,
  { kind, id }: Thing,
  stance: Stance,
  pageOf: PageOf,
): InlineKeyboardButton[] {
  const isOnColumn = pageOf === 'column'
  const dataOf = (wish: Stance) => `stance:${wish}:${kind}:${id}${isOnColumn ? onColumn : ''}`
  const of = isOnColumn ? 'author' : kind
  return (['followed', 'muted'] as const).map((each) =>
    stance === each
      ? InlineKeyboard.text(t(`stance-button-on-${each}`), dataOf('none'))
      : InlineKeyboard.text(t(`stance-button-${each}`, { kind: of }), dataOf(each)),
  )
}
