import { InlineKeyboard } from 'grammy'
import { activeSubscription } from '../../../serving/preferences.ts'
import type { Command } from '../../command.ts'
import { asHtml, say } from '../../say.ts'
import { aboutSubject } from '../../subject.ts'
import { days } from '../preferences/days.ts'
import { pause } from '../preferences/pause.ts'
import { preferencePage } from '../preferences/preference.ts'
import { quiet } from '../preferences/quiet.ts'
import { silent } from '../preferences/silent.ts'
import { time } from '../preferences/time.ts'
import { timezone } from '../preferences/timezone.ts'
import { bringsButtons } from './brings.ts'
import { chatsButton, hasChats } from './chats.ts'
import { followedButtons } from './followed.ts'
import { hourButtons, showFirst } from './hour.ts'
import { kindsButtons } from './kinds.ts'
import { languagePage } from './language-page.ts'
import { languagesButtons } from './languages.ts'
import { lengthAnswers, lengthButtons } from './length.ts'
import { mutedButtons } from './muted.ts'
import { overview } from './overview.ts'
import { opens } from './panel.ts'
import { picturesButtons } from './pictures.ts'
import { previewButton } from './preview.ts'
import { sectionButtons } from './section.ts'

/** Those whose commands are doors into the panel: their pages are the same. */
const preferences = [time, days, timezone, silent, pause, quiet]

/** One message that says every wish of a chat and changes them in place. */
export const settings: Command = {
  name: 'settings',
  configures: true,
  async handle(ctx, services) {
    const subscription = await activeSubscription(services, ctx.subject)
    if (!subscription) {
      const keyboard = new InlineKeyboard()
      if (await hasChats(ctx, services)) keyboard.text(ctx.t('settings-button-chats'), 'set:chats')
      return say(ctx, 'not-subscribed', {}, keyboard)
    }
    const { html, keyboard } = await overview(ctx, services, subscription)
    await ctx.reply(html, { ...asHtml, reply_markup: aboutSubject(ctx, keyboard) })
  },
  buttons: [
    opens(/^set:$/, showFirst),
    ...preferences.map((preference) =>
      opens(new RegExp(`^set:${preference.name}$`), (ctx, services, subscription) =>
        preferencePage(preference, ctx, subscription, services.now()),
      ),
    ),
    opens(/^set:language$/, languagePage),
    ...hourButtons,
    ...bringsButtons,
    ...sectionButtons,
    ...kindsButtons,
    ...languagesButtons,
    ...lengthButtons,
    ...picturesButtons,
    ...mutedButtons,
    ...followedButtons,
    previewButton,
    chatsButton,
  ],
  answers: lengthAnswers,
}
