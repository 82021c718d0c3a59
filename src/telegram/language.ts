import type { MiddlewareFn } from 'grammy'
import { fallbackLanguage, languageOfTag } from '../domain/language.ts'
import { languageOfChat, languageOfPerson } from '../serving/languages.ts'
import type { CourantContext } from './context.ts'
import type { Services } from './services.ts'
import { isSeenByOthers } from './subject.ts'

export function speakLanguage(services: Services): MiddlewareFn<CourantContext> {
  return async (ctx, next) => {
    await speak(ctx, services)
    await next()
  }
}

/** Speaks the language of who reads it: to all in a group that of its digest there, else the person's own. */
export async function speak(ctx: CourantContext, services: Services): Promise<void> {
  useLanguage(ctx, await languageFor(ctx, services))
}

/** Speaks a language from now on. */
export function useLanguage(ctx: CourantContext, language: string): void {
  ctx.language = language
  ctx.i18n.useLocale(language)
}

/** The language of a person's app; null where Telegram does not tell. */
export function toldLanguage(
  { from }: Pick<CourantContext, 'from'>,
  { languages }: Pick<Services, 'languages'>,
): string | null {
  if (!from?.language_code) return null
  return languageOfTag(from.language_code, languages) ?? fallbackLanguage
}

async function languageFor(ctx: CourantContext, services: Services): Promise<string> {
  const { chat, from } = ctx
  const ofGroup = isSeenByOthers(ctx) ? await languageOfChat(services, ctx.subject) : null
  if (ofGroup !== null) return ofGroup
  if (!from) return fallbackLanguage
  const told = toldLanguage(ctx, services)
  // Only who writes to the bot is remembered, if it may write to them unasked.
  if (chat?.type !== 'private') return languageOfPerson(services, from.id, { told })
  const keeps = services.admins.has(from.id) ? 'always' : 'if-written-to'
  return languageOfPerson(services, from.id, { told, keeps })
}
