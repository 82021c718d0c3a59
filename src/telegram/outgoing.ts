import { Api, GrammyError } from 'grammy'
import type { Outgoing } from '../delivering/deliverer.ts'
import type { Translate, TranslateInto } from '../domain/translate.ts'
import type { BotAddress } from './bot.ts'
import { createNotifyTopicGone } from './notify-topic-gone.ts'
import { createSendPart } from './send-part.ts'

/** Shorter than the lease of a part, and short enough for a stop to wait for. */
const answerSeconds = 10
/** Above this rate Telegram charges (https://core.telegram.org/bots/api#paid-broadcasts). */
const freePerSecond = 30

/** The words of languages, and those for a person. */
type Words = {
  translateInto: TranslateInto
  wordsFor: (personId: number) => Promise<Translate>
}

/**
 * Sends digests with a client of its own: the bot's client gives its calls priority, as they are
 * answers, and has a longer timeout. `botApi` is the bot's own, which notifies admins.
 */
export function createOutgoing(
  address: BotAddress,
  botApi: Api,
  { translateInto, wordsFor }: Words,
  { messagesPerSecond }: { messagesPerSecond: number },
): Outgoing {
  const api = new Api(address.token, { apiRoot: address.apiRoot, timeoutSeconds: answerSeconds })
  if (address.outages) api.config.use(address.outages)
  return {
    send: createSendPart(api, translateInto, { paid: messagesPerSecond > freePerSecond }),
    probe: () => answers(api),
    notifyTopicGone: createNotifyTopicGone(botApi, wordsFor),
  }
}

async function answers(api: Api): Promise<boolean> {
  try {
    await api.getMe()
    return true
  } catch (error) {
    return error instanceof GrammyError && error.error_code < 500
  }
}
