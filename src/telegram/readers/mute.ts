import { InlineKeyboard } from 'grammy'
import { fewestLetters, mostMutedLetters, muteWord, unmute } from '../../serving/mutes.ts'
import { activeSubscription } from '../../serving/preferences.ts'
import type { Command } from '../command.ts'
import type { CourantContext } from '../context.ts'
import { expired, type Fresh, noDigest } from '../presses.ts'
import { ask } from '../questions.ts'
import { asHtml, editInPlace, say, words } from '../say.ts'
import type { Services } from '../services.ts'
import { aboutSubject } from '../subject.ts'
import { mutedPage } from './settings/muted.ts'
import { shortKey } from './settings/short-key.ts'
import { stanceButton } from './stance-buttons.ts'

const freshMutes: Fresh = { label: 'fresh-mutes', data: 'set:muted:0' }

/** Mutes a word; without one, lists what is muted. */
export const mute: Command = {
  name: 'mute',
  configures: true,
  handle: muteTyped,
  answers: [{ question: 'mute-ask', handle: muteTyped }],
  buttons: [
    stanceButton,
    {
      pattern: /^mute:ask$/,
      async handle(ctx) {
        await ctx.answerCallbackQuery()
        await ask(ctx, 'mute-ask')
      },
    },
    {
      pattern: /^mute:undo:([\w-]{8})$/,
      async handle(ctx, services) {
        const subscription = await activeSubscription(services, ctx.subject)
        if (!subscription) return noDigest(ctx)
        const { words: muted } = subscription.paper.mutes
        const word = muted.find((each) => shortKey(each) === ctx.match[1])
        if (word === undefined) return expired(ctx, 'undo-gone', freshMutes)
        await unmute(services, ctx.subject, { kind: 'word', of: word })
        await ctx.answerCallbackQuery()
        await editInPlace(ctx, words(ctx, 'mute-undone', { word }))
      },
    },
  ],
}

async function muteTyped(ctx: CourantContext, services: Services): Promise<void> {
  const input = String(ctx.match ?? '').trim()
  if (input === '') return listMuted(ctx, services)
  const outcome = await muteWord(services, ctx.subject, input)
  const askAgain = new InlineKeyboard().text(ctx.t('mute-ask-button'), 'mute:ask')
  const again = aboutSubject(ctx, askAgain)
  switch (outcome.kind) {
    case 'muted':
    case 'known': {
      const { kind, word } = outcome
      const undo = new InlineKeyboard().text(
        ctx.t('mute-undo-button'),
        `mute:undo:${shortKey(word)}`,
      )
      return say(ctx, `mute-${kind}`, { word }, aboutSubject(ctx, undo))
    }
    case 'short':
      return say(ctx, 'mute-short', { input, fewest: fewestLetters }, again)
    case 'long':
      return say(ctx, 'mute-long', { most: mostMutedLetters }, again)
    case 'empty-words':
      return say(ctx, 'mute-empty-words', { input }, again)
    case 'not-subscribed':
      return say(ctx, 'not-subscribed')
    case 'empty':
    case 'too-many':
      return say(ctx, `paper-${outcome.kind}`)
  }
}

async function listMuted(ctx: CourantContext, services: Services): Promise<void> {
  const subscription = await activeSubscription(services, ctx.subject)
  if (!subscription) return say(ctx, 'not-subscribed')
  const { html, keyboard } = await mutedPage(ctx, services, subscription.paper)
  await ctx.reply(html, { ...asHtml, reply_markup: aboutSubject(ctx, keyboard) })
}
