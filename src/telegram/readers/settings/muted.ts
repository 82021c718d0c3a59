import { InlineKeyboard } from 'grammy'
import type { Paper } from '../../../domain/paper.ts'
import { listMutes, type Mute, muteKinds, withoutMute } from '../../../serving/mutes.ts'
import { oneLine } from '../../../text/controls.ts'
import type { Button } from '../../command.ts'
import type { CourantContext } from '../../context.ts'
import { words } from '../../say.ts'
import type { Services } from '../../services.ts'
import { addBack, type Page, pageOf } from './page.ts'
import { changes, opens, type ReadChange, type ShowPage, stale } from './panel.ts'
import { shortKey } from './short-key.ts'

const showMuted: ShowPage = (ctx, services, { paper }, data) =>
  mutedPage(ctx, services, paper, Number(data.at(-1)))

/** What is muted, each with the way back. */
export async function mutedPage(
  ctx: CourantContext,
  services: Services,
  paper: Paper,
  asked = 0,
): Promise<Page> {
  const mutes = await listMutes(services, paper)
  const { shown, page, addTurns } = pageOf(ctx, mutes, asked, (each) => `set:muted:${each}`)
  const keyboard = new InlineKeyboard()
  for (const mute of shown) {
    const name = oneLine(mute.name, 40)
    keyboard
      .row()
      .text(ctx.t('take-back', { name }), `set:unmute:${mute.kind}:${keyOf(mute)}:${page}`)
  }
  addTurns(keyboard)
  keyboard.row().text(ctx.t('mute-ask-button'), 'mute:ask')
  const lines = shown.map(({ kind, name }) => words(ctx, `muted-${kind}`, { name }))
  const html =
    mutes.length === 0 ? words(ctx, 'muted-none') : [words(ctx, 'muted-page'), ...lines].join('\n')
  return { html, keyboard: addBack(ctx, keyboard) }
}

const readUnmute: ReadChange = async ([kind, key], services, paper) => {
  const mutes = await listMutes(services, paper)
  const mute = mutes.find((each) => each.kind === kind && keyOf(each) === key)
  return mute ? (current) => withoutMute(current, mute) : stale
}

/** Numbers as they are; a word by a short key. */
function keyOf({ kind, of }: Mute): string {
  return kind === 'word' ? shortKey(of) : of
}

export const mutedButtons: readonly Button[] = [
  opens(/^set:muted:(\d{1,4})$/, showMuted),
  changes(
    new RegExp(`^set:unmute:(${muteKinds.join('|')}):([\\w-]{1,12}):(\\d{1,4})$`),
    readUnmute,
    showMuted,
  ),
]
