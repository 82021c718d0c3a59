import { InlineKeyboard } from 'grammy'
import { withValue } from '../../../domain/paper.ts'
import { listSections } from '../../../serving/papers.ts'
import { oneLine } from '../../../text/controls.ts'
import type { Button } from '../../command.ts'
import { words } from '../../say.ts'
import { sectionName } from './overview.ts'
import { addBack, choiceLabel, pageOf } from './page.ts'
import { changes, opens, type ReadChange, type ShowPage, stale } from './panel.ts'
import { shortKey } from './short-key.ts'

/** The sections as switches; each leads to its feeds. */
export const showSections: ShowPage = async (ctx, services, { paper }, data) => {
  const sections = await listSections(services)
  const { shown, page, addTurns } = pageOf(
    ctx,
    sections,
    Number(data.at(-1)),
    (each) => `set:brings:${each}`,
  )
  const keyboard = new InlineKeyboard()
  for (const { name, feeds } of shown) {
    const isOn = !paper.off.sections.includes(name)
    const label = oneLine(sectionName(ctx, name), 40)
    const key = shortKey(name)
    keyboard
      .row()
      .text(choiceLabel(ctx, label, isOn), `set:section:${key}:${isOn ? 'off' : 'on'}:${page}`)
      .text(ctx.t('section-feeds', { count: feeds.length }), `set:feeds:${key}:0`)
  }
  addTurns(keyboard)
  keyboard
    .row()
    .text(ctx.t('settings-button-languages'), 'set:languages')
    .text(ctx.t('settings-button-kinds'), 'set:kinds')
  const key = sections.length === 0 ? 'brings-no-feeds' : 'brings-page'
  return { html: words(ctx, key), keyboard: addBack(ctx, keyboard) }
}

const readSection: ReadChange = async ([key, wish], services) => {
  const sections = await listSections(services)
  const section = sections.find(({ name }) => shortKey(name) === key)
  if (!section) return stale
  const { name } = section
  return (paper) => ({
    ...paper,
    off: { ...paper.off, sections: withValue(paper.off.sections, name, wish === 'off') },
  })
}

export const bringsButtons: readonly Button[] = [
  opens(/^set:brings:(\d{1,4})$/, showSections),
  changes(/^set:section:([\w-]{8}):(on|off):(\d{1,4})$/, readSection, showSections),
]
