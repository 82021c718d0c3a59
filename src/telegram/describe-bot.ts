import type { Api } from 'grammy'
import type { TranslateInto } from '../domain/translate.ts'
import { inEachLanguage } from './told-languages.ts'

/**
 * Says in each language what the bot does, in an empty chat and on its profile; where that has changed,
 * as Telegram lets it be changed rarely (https://core.telegram.org/bots/api#setmydescription).
 */
export async function describeBot(
  api: Api,
  { languages, translateInto }: { languages: readonly string[]; translateInto: TranslateInto },
): Promise<void> {
  for (const { language, code } of inEachLanguage(languages)) {
    const t = translateInto(language)
    const [description, short] = [t('bot-description'), t('bot-short-description')]
    const known = await api.getMyDescription(code)
    if (known.description !== description) await api.setMyDescription(description, code)
    const { short_description } = await api.getMyShortDescription(code)
    if (short_description !== short) {
      await api.setMyShortDescription(short, code)
    }
  }
}
