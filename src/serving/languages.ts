import { fallbackLanguage } from '../domain/language.ts'
import { type ChatTopic, chatItself } from '../domain/subscription.ts'
import type { Translate, TranslateInto } from '../domain/translate.ts'
import {
  chosenLanguage,
  isWrittenTo,
  personLanguage,
  saveChosenLanguage,
  savePersonLanguage,
} from '../store/people.ts'
import type { Database } from '../store/tables.ts'

type Parts = { db: Database }

/** The language of a group, its topic, or a channel; null where none has a digest or ever had one. */
export async function languageOfChat({ db }: Parts, topic: ChatTopic): Promise<string | null> {
  return chosenLanguage(db, topic)
}

/**
 * The language to speak with a person: chosen, or else that of their app, as `told` by Telegram. Unless that
 * keeps `nothing`, what is told is kept of those to whom anything comes unasked, or is `always`; English needs no
 * row.
 */
export async function languageOfPerson(
  { db }: Parts,
  personId: number,
  {
    told = null,
    keeps = 'nothing',
  }: { told?: string | null; keeps?: 'nothing' | 'if-written-to' | 'always' } = {},
): Promise<string> {
  const chosen = await chosenLanguage(db, chatItself(personId))
  if (chosen !== null) return chosen
  const kept = await personLanguage(db, personId)
  const known = kept?.language ?? fallbackLanguage
  if (told === null || told === known || kept?.isChosen) return known
  const isKept =
    keeps === 'always' || (keeps === 'if-written-to' && (await isWrittenTo(db, personId)))
  if (isKept) await savePersonLanguage(db, personId, { language: told, isChosen: false })
  return told
}

/** The words for a person whom nobody has heard just now. */
export function wordsForPerson(
  parts: Parts & { translateInto: TranslateInto },
): (personId: number) => Promise<Translate> {
  return async (personId) => parts.translateInto(await languageOfPerson(parts, personId))
}

/**
 * Keeps the language that a chat or topic chose, with its subscription or, of a person without one, by itself.
 * False for a group or channel that never had a digest.
 */
export async function chooseLanguage(
  { db }: Parts,
  topic: ChatTopic,
  language: string,
): Promise<boolean> {
  if (await saveChosenLanguage(db, topic, language)) return true
  if (topic.chatId < 0) return false
  await savePersonLanguage(db, topic.chatId, { language, isChosen: true })
  return true
}
