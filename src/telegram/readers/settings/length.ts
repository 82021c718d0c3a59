import { InlineKeyboard } from 'grammy'
import { mostMinutes, type PaperLength, paperLengths } from '../../../domain/paper.ts'
import { changePaper } from '../../../serving/papers.ts'
import type { Answer, Button } from '../../command.ts'
import type { CourantContext } from '../../context.ts'
import { ask } from '../../questions.ts'
import { asHtml, say, words } from '../../say.ts'
import { aboutSubject } from '../../subject.ts'
import { addBack, choiceLabel, type Page } from './page.ts'
import { changes, opens, type ShowPage, stale } from './panel.ts'

const offeredMinutes = [3, 5, 10]

const showLength: ShowPage = (ctx, _services, { paper }) => lengthPage(ctx, paper.length)

/** How long a digest is: by name, or by minutes of reading. */
function lengthPage(ctx: CourantContext, length: PaperLength): Page {
  const keyboard = new InlineKeyboard()
  for (const [i, each] of paperLengths.entries()) {
    if (i % 2 === 0) keyboard.row()
    keyboard.text(choiceLabel(ctx, ctx.t(`length-${each}`), each === length), `set:length:${each}`)
  }
  keyboard.row()
  const minutes = [...offeredMinutes, ...(typeof length === 'number' ? [length] : [])]
  for (const each of [...new Set(minutes)].sort((a, b) => a - b)) {
    const label = ctx.t('length-minutes', { minutes: each })
    keyboard.text(choiceLabel(ctx, label, each === length), `set:length:${each}`)
  }
  // What is typed cannot name an hour.
  if (!ctx.subject.hour) keyboard.row().text(ctx.t('length-ask-button'), 'set:length:ask')
  return { html: words(ctx, 'length-page'), keyboard: addBack(ctx, keyboard) }
}

/** Reads the name of a length, or a whole number of minutes; null for anything else. */
function readLength(text: string): PaperLength | null {
  const named = paperLengths.find((each) => each === text)
  const minutes = /^\d{1,3}/.exec(text.trim())?.[0]
  const isMinutes = Number(minutes) >= 1 && Number(minutes) <= mostMinutes
  return named ?? (isMinutes ? Number(minutes) : null)
}

export const lengthButtons: readonly Button[] = [
  opens(/^set:length$/, showLength),
  {
    pattern: /^set:length:ask$/,
    async handle(ctx) {
      await ctx.answerCallbackQuery()
      await ask(ctx, 'length-ask')
    },
  },
  changes(
    /^set:length:(\w{1,10})$/,
    ([wish = '']) => {
      const length = readLength(wish)
      return length === null ? stale : (paper) => ({ ...paper, length })
    },
    showLength,
  ),
]

export const lengthAnswers: readonly Answer[] = [
  {
    question: 'length-ask',
    async handle(ctx, services) {
      const input = String(ctx.match ?? '')
      const length = readLength(input)
      if (length === null) {
        const again = new InlineKeyboard().text(ctx.t('length-ask-button'), 'set:length:ask')
        const keyboard = aboutSubject(ctx, addBack(ctx, again))
        return say(ctx, 'length-wrong', { input, most: mostMinutes }, keyboard)
      }
      const change = await changePaper(services, ctx.subject, (paper) => ({ ...paper, length }))
      if (change.kind === 'not-subscribed') return say(ctx, 'not-subscribed')
      const { html, keyboard } = lengthPage(ctx, length)
      await ctx.reply(html, { ...asHtml, reply_markup: aboutSubject(ctx, keyboard) })
    },
  },
]
