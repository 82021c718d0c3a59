import { InlineKeyboard } from 'grammy'
import { capitalise } from '../../../domain/calendar.ts'
import { withValue } from '../../../domain/paper.ts'
import { listLanguages } from '../../../serving/list-languages.ts'
import type { Button } from '../../command.ts'
import { words } from '../../say.ts'
import { languageName } from './language-name.ts'
import { writtenIn } from './language-page.ts'
import { addBack, choiceLabel } from './page.ts'
import { changes, opens, type ReadChange, type ShowPage, stale } from './panel.ts'

/** The languages of the news, as switches, and whether others are translated, where there is a model that can. */
const showLanguages: ShowPage = async (ctx, services, { paper }) => {
  const keyboard = new InlineKeyboard()
  for (const [i, code] of (await listLanguages(services, paper)).entries()) {
    const isOn = !paper.languagesOff.includes(code)
    if (i % 2 === 0) keyboard.row()
    const data = `set:language:${code}:${isOn ? 'off' : 'on'}`
    const name = capitalise(languageName(ctx, code), ctx.t('date-locale'))
    keyboard.text(choiceLabel(ctx, name, isOn), data)
  }
  if (services.hasModel) {
    const isOn = paper.translated
    const language = languageName(ctx, await writtenIn(ctx, services))
    const label = choiceLabel(ctx, ctx.t('translated-button', { language }), isOn)
    keyboard.row().text(label, `set:translated:${isOn ? 'off' : 'on'}`)
  }
  keyboard.row().text(ctx.t('section-back'), 'set:brings:0')
  const key = services.hasModel ? 'languages-page-translated' : 'languages-page'
  return { html: words(ctx, key), keyboard: addBack(ctx, keyboard) }
}

const readLanguage: ReadChange = async ([code = '', wish], services, paper) => {
  const known = await listLanguages(services, paper)
  if (!known.includes(code)) return stale
  const languagesOff = withValue(paper.languagesOff, code, wish === 'off')
  if (known.every((each) => languagesOff.includes(each))) return 'languages-last'
  return (current) => ({
    ...current,
    languagesOff: withValue(current.languagesOff, code, wish === 'off'),
  })
}

const readTranslated: ReadChange = ([wish], { hasModel }) =>
  hasModel ? (paper) => ({ ...paper, translated: wish === 'on' }) : stale

export const languagesButtons: readonly Button[] = [
  opens(/^set:languages$/, showLanguages),
  changes(/^set:language:([\w-]{2,20}):(on|off)$/, readLanguage, showLanguages),
  changes(/^set:translated:(on|off)$/, readTranslated, showLanguages),
]
