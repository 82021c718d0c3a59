import { InlineKeyboard } from 'grammy'
import { paperKinds } from '../../../domain/paper.ts'
import type { Button } from '../../command.ts'
import { words } from '../../say.ts'
import { addBack, choiceLabel } from './page.ts'
import { changes, opens, type ShowPage, stale } from './panel.ts'

/** News, columns, or both. */
const showKinds: ShowPage = (ctx, _services, { paper }) => {
  const keyboard = new InlineKeyboard()
  for (const each of paperKinds) {
    keyboard.text(
      choiceLabel(ctx, ctx.t(`kinds-${each}`), each === paper.kinds),
      `set:kinds:${each}`,
    )
  }
  keyboard.row().text(ctx.t('section-back'), 'set:brings:0')
  return { html: words(ctx, 'kinds-page'), keyboard: addBack(ctx, keyboard) }
}

export const kindsButtons: readonly Button[] = [
  opens(/^set:kinds$/, showKinds),
  changes(
    /^set:kinds:(\w{1,10})$/,
    ([wish]) => {
      const kinds = paperKinds.find((each) => each === wish)
      return kinds ? (paper) => ({ ...paper, kinds }) : stale
    },
    showKinds,
  ),
]
