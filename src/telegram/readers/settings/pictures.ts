import { InlineKeyboard } from 'grammy'
import { pictureSizes } from '../../../domain/picture.ts'
import type { Button } from '../../command.ts'
import { words } from '../../say.ts'
import { addBack, choiceLabel } from './page.ts'
import { changes, opens, type ShowPage, stale } from './panel.ts'

const showPictures: ShowPage = (ctx, _services, { paper }) => {
  const keyboard = new InlineKeyboard()
  for (const each of pictureSizes) {
    const label = choiceLabel(ctx, ctx.t(`pictures-${each}`), each === paper.pictures)
    keyboard.text(label, `set:pictures:${each}`)
  }
  return { html: words(ctx, 'pictures-page'), keyboard: addBack(ctx, keyboard) }
}

export const picturesButtons: readonly Button[] = [
  opens(/^set:pictures$/, showPictures),
  changes(
    /^set:pictures:(\w{1,10})$/,
    ([wish]) => {
      const pictures = pictureSizes.find((each) => each === wish)
      return pictures ? (paper) => ({ ...paper, pictures }) : stale
    },
    showPictures,
  ),
]
