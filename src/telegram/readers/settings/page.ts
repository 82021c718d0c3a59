import type { InlineKeyboard } from 'grammy'
import type { CourantContext } from '../../context.ts'

/** A page of the settings panel. */
export type Page = { html: string; keyboard: InlineKeyboard }

/** Adds the way back to the first page of the panel. */
export function addBack(ctx: CourantContext, keyboard: InlineKeyboard): InlineKeyboard {
  return keyboard.row().text(ctx.t('settings-back'), 'set:')
}

/** The label of a choice, with a mark where it is made. */
export function choiceLabel(ctx: CourantContext, name: string, isOn: boolean): string {
  return isOn ? ctx.t('choice-on', { name }) : name
}

const perPage = 8

/** What one page shows of a long list, with buttons to its neighbours. */
export function pageOf<T>(
  ctx: CourantContext,
  all: readonly T[],
  asked: number,
  dataOf: (page: number) => string,
): { shown: readonly T[]; page: number; addTurns: (keyboard: InlineKeyboard) => void } {
  const last = Math.max(0, Math.ceil(all.length / perPage) - 1)
  const page = Math.min(asked, last)
  return {
    page,
    shown: all.slice(page * perPage, (page + 1) * perPage),
    addTurns(keyboard) {
      if (last === 0) return
      keyboard.row()
      if (page > 0) keyboard.text(ctx.t('settings-page-back'), dataOf(page - 1))
      if (page < last) {
        const values = { page: page + 2, pages: last + 1 }
        keyboard.text(ctx.t('settings-page-on', values), dataOf(page + 1))
      }
    },
  }
}
