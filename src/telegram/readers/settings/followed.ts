import { InlineKeyboard } from 'grammy'
import { type Follow, followKinds } from '../../../domain/paper.ts'
import { languageOf } from '../../../domain/translate.ts'
import { listFollows, withFollow, withoutFollow } from '../../../serving/follows.ts'
import { oneLine } from '../../../text/controls.ts'
import type { Button } from '../../command.ts'
import { words } from '../../say.ts'
import { addBack, pageOf } from './page.ts'
import { changes, opens, type ReadChange, type ShowPage, stale } from './panel.ts'
import { shortKey } from './short-key.ts'

/** What is followed: each can be told at once, or be taken back. */
const showFollowed: ShowPage = async (ctx, services, { paper }, data) => {
  const follows = await listFollows(services, paper, languageOf(ctx.t))
  const { shown, page, addTurns } = pageOf(
    ctx,
    follows,
    Number(data.at(-1)),
    (each) => `set:followed:${each}`,
  )
  const keyboard = new InlineKeyboard()
  for (const each of shown) {
    const of = (wish: string) => `set:follow:${each.kind}:${shortKey(each.of)}:${wish}:${page}`
    const wish = each.alert ? 'digest' : 'alert'
    const name = oneLine(each.name, 40)
    keyboard
      .row()
      .text(ctx.t('take-back', { name }), of('end'))
      .text(ctx.t(each.alert ? 'followed-alert' : 'followed-digest'), of(wish))
  }
  addTurns(keyboard)
  const lines = shown.map(({ kind, name }) => words(ctx, `followed-${kind}`, { name }))
  const html =
    follows.length === 0
      ? words(ctx, 'followed-none')
      : [words(ctx, 'followed-page'), ...lines].join('\n')
  return { html, keyboard: addBack(ctx, keyboard) }
}

const readFollow: ReadChange = ([kind, key, wish], _services, { follows }) => {
  const known = follows.find((each) => each.kind === kind && shortKey(each.of) === key)
  if (!known) return stale
  if (wish === 'end') return (paper) => withoutFollow(paper, known)
  const wished: Follow = { ...known, alert: wish === 'alert' }
  return (paper) => withFollow(paper, wished)
}

export const followedButtons: readonly Button[] = [
  opens(/^set:followed:(\d{1,4})$/, showFollowed),
  changes(
    new RegExp(`^set:follow:(${followKinds.join('|')}):([\\w-]{8}):(end|alert|digest):(\\d{1,4})$`),
    readFollow,
    showFollowed,
  ),
]
