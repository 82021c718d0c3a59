import { linkTo, renderText } from './entities.js'

// The days and hours read as they do in the bot's own words.
const locale = 'en-GB'
const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long' })
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' })
const dayHeading = (at) => `${weekday.format(at)}, ${day.format(at)}`

/** A message by its number; an ephemeral one by its own. */
const nameOf = ({ message_id: messageId, ephemeral_message_id: ephemeralId }) =>
  ephemeralId ? { ephemeralId } : { messageId }

const keyOf = ({ messageId, ephemeralId }) => (ephemeralId ? `only ${ephemeralId}` : messageId)

/** Shows the messages of one chat in `log`, by their numbers: edits replace, deletes remove. */
export function createMessages(log, handlers) {
  const shown = new Map()

  function show(message, ownId) {
    const element = renderMessage(message, ownId, handlers)
    const key = keyOf(nameOf(message))
    const before = shown.get(key)
    if (before) return before.replaceChildren(...element.childNodes)
    const date = dayHeading(message.date * 1000)
    if (log.dataset.lastDate !== date) log.append(dateLine(date))
    log.dataset.lastDate = date
    log.append(element)
    shown.set(key, element)
  }

  return {
    show,
    remove(message) {
      shown.get(keyOf(message))?.remove()
      shown.delete(keyOf(message))
    },
    reset(messages, ownId) {
      shown.clear()
      log.replaceChildren()
      delete log.dataset.lastDate
      for (const message of messages) show(message, ownId)
    },
  }
}

function renderMessage(message, ownId, handlers) {
  const element = create('article', message.from?.id === ownId ? 'message own' : 'message')
  const bubble = create('div', 'bubble')
  const text = create('div', 'text')
  const author = authorOf(message, ownId)
  if (author) text.append(author)
  if (message.ephemeral_message_id) text.append(onlyYou())
  if (message.document) text.append(fileLink(message.document), '\n')
  if (message.location) text.append('A place on the map')
  const words = message.text ?? message.caption ?? ''
  text.append(renderText(words, message.entities ?? message.caption_entities, handlers.onCommand))
  const stamp = create('time', 'stamp')
  stamp.dateTime = new Date(message.date * 1000).toISOString()
  stamp.textContent = `${message.edit_date ? 'edited ' : ''}${clock.format(message.date * 1000)}`
  text.append(stamp)
  bubble.append(text)
  element.append(bubble)
  const rows = message.reply_markup?.inline_keyboard ?? []
  if (rows.length > 0) element.append(renderKeyboard(nameOf(message), rows, handlers))
  return element
}

// Where more than two may write, it stands above a message who wrote it.
function authorOf({ chat, from, sender_chat: sender }, ownId) {
  if (chat.type === 'private' || from?.id === ownId) return null
  const author = create('div', 'author')
  author.textContent = sender?.title ?? from?.first_name ?? ''
  return author
}

function onlyYou() {
  const note = create('div', 'only-you')
  note.textContent = 'Only you see this'
  return note
}

function renderKeyboard(message, rows, handlers) {
  const keyboard = create('div', 'keyboard')
  for (const row of rows) {
    const line = create('div', '')
    line.append(...row.map((button) => renderButton(message, button, handlers)))
    keyboard.append(line)
  }
  return keyboard
}

function renderButton(message, each, { onPress, onSwitch }) {
  const { text, url, callback_data: data, switch_inline_query: query } = each
  if (url) return linkTo(url, text)
  const button = create('button', '')
  button.type = 'button'
  button.textContent = text
  button.addEventListener('click', async () => {
    if (button.getAttribute('aria-busy') === 'true') return
    button.setAttribute('aria-busy', 'true')
    await (query === undefined ? onPress(message, data) : onSwitch(query))
    button.removeAttribute('aria-busy')
  })
  return button
}

function fileLink({ file_id: id, file_name: name }) {
  const link = create('a', '')
  link.href = `files/${encodeURIComponent(id)}`
  link.download = name
  link.textContent = `📄 ${name}`
  return link
}

function dateLine(words) {
  const line = create('p', 'date')
  line.textContent = words
  return line
}

function create(name, className) {
  const element = document.createElement(name)
  if (className) element.className = className
  return element
}
