import { Api, GrammyError } from 'grammy'
import type { Outgoing } from '../delivering/deliverer.ts'
import type { Translate } from '../domain/translate.ts'
import type { BotAddress } from './bot.ts'
import { createSendPart } from './send-part.ts'
import { createTellTopicGone } from './tell-topic-gone.ts'

/** Within the lease of a part, and soon enough that a stop need not wait for it. */
const answerSeconds = 10
/** Beyond this rate Telegram wants to be paid (https://core.telegram.org/bots/api#paid-broadcasts). */
const freePerSecond = 30

/** The way of digests to Telegram; `botApi` is the bot's own, by which it tells admins something. */
export function createOutgoing(
  address: BotAddress,
  botApi: Api,
  t: Translate,
  { messagesPerSecond }: { messagesPerSecond: number },
): Outgoing {
  // Apart from the bot's, so that digests are not taken for answers, and fail sooner.
  const api = new Api(address.token, { apiRoot: address.apiRoot, timeoutSeconds: answerSeconds })
  if (address.outages) api.config.use(address.outages)
  return {
    send: createSendPart(api, t, { paid: messagesPerSecond > freePerSecond }),
    probe: () => answers(api),
    tellTopicGone: createTellTopicGone(botApi, t),
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
