import { badRequest } from '../api-error.ts'
import { pollUpdates } from '../updates.ts'
import { integer, type Method, optionalText, strings, text } from './method.ts'

export const getMe: Method = {
  params: {},
  run: ({ bot, takesInline }) => ({
    ...bot,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: takesInline,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),
}

export const getUpdates: Method = {
  params: { offset: 'integer', limit: 'integer', timeout: 'integer', allowed_updates: 'json' },
  run(state, params, signal) {
    const allowed = strings(params, 'allowed_updates')
    return pollUpdates(
      state,
      {
        offset: integer(params, 'offset') ?? 0,
        limit: integer(params, 'limit') ?? 100,
        timeout: integer(params, 'timeout') ?? 0,
        ...(allowed && { allowed_updates: allowed }),
      },
      signal,
    )
  },
}

export const setWebhook: Method = {
  params: {
    url: 'string!',
    certificate: 'json',
    ip_address: 'string',
    max_connections: 'integer',
    allowed_updates: 'json',
    drop_pending_updates: 'boolean',
    secret_token: 'string',
  },
  run(state, params) {
    const url = URL.parse(text(params, 'url'))
    const isLocal = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost'
    // Telegram itself takes https only; on this machine there is no certificate to be had.
    if (!url || (url.protocol !== 'https:' && !isLocal)) {
      throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
    }
    const secret = optionalText(params, 'secret_token')
    if (secret !== undefined && !/^[\w-]{1,256}$/.test(secret)) {
      throw badRequest('secret token contains unallowed characters')
    }
    if (params.drop_pending_updates === true) state.updates = []
    state.webhook = {
      url: url.href,
      secret,
      allowed: strings(params, 'allowed_updates') ?? null,
      lastError: null,
    }
    state.poller?.conflict()
    state.deliverToWebhook()
    return true
  },
}

export const deleteWebhook: Method = {
  params: { drop_pending_updates: 'boolean' },
  run(state, params) {
    state.webhook = null
    if (params.drop_pending_updates === true) state.updates = []
    return true
  },
}

export const getWebhookInfo: Method = {
  params: {},
  run: ({ webhook, updates }) => ({
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: updates.length,
    ...(webhook?.lastError && { last_error_message: webhook.lastError }),
  }),
}
