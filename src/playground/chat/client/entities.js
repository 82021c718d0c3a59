// Turns a message's text and entities (https://core.telegram.org/bots/api#messageentity) into
// elements. Foreign words only ever become text nodes.

const elements = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
  hashtag: 'span',
  cashtag: 'span',
}

/**
 * The elements of a text; `onCommand` is called with the words of a command that is clicked, `isOfBot`
 * where it is for the person's own chat with the bot.
 */
export function renderText(text, entities = [], onCommand = () => {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length)
  return renderSpan(text, sorted, 0, text.length, onCommand)
}

function renderSpan(text, entities, start, end, onCommand) {
  const fragment = document.createDocumentFragment()
  let at = start
  for (let i = 0; i < entities.length; i++) {
    const entity = entities[i]
    if (entity.offset < at || entity.offset >= end) continue
    const last = Math.min(entity.offset + entity.length, end)
    fragment.append(between(fragment, text.slice(at, entity.offset)))
    const inner = entities.slice(i + 1).filter((other) => other.offset < last)
    const content = renderSpan(text, inner, entity.offset, last, onCommand)
    fragment.append(renderEntity(entity, content, text.slice(entity.offset, last), onCommand))
    at = last
  }
  fragment.append(between(fragment, text.slice(at, end)))
  return fragment
}

// A quotation is a block with a margin of its own: the line breaks after it are part of its shape.
function between(fragment, words) {
  const last = fragment.lastChild?.nodeName
  return last === 'BLOCKQUOTE' || last === 'PRE' ? words.replace(/^\n{1,2}/, '') : words
}

function renderEntity(entity, content, words, onCommand) {
  switch (entity.type) {
    case 'text_link':
      return botLink(entity.url, content, onCommand) ?? linkTo(entity.url, content)
    case 'url':
      return linkTo(/^[a-z]+:/i.test(words) ? words : `https://${words}`, content)
    case 'email':
      return linkTo(`mailto:${words}`, content)
    case 'mention':
      return linkTo(`https://t.me/${words.slice(1)}`, content)
    case 'bot_command':
      return unbroken(command(content, () => onCommand(words)))
    case 'spoiler': {
      const spoiler = wrap('span', content, 'spoiler')
      spoiler.tabIndex = 0
      spoiler.addEventListener('click', () => spoiler.classList.add('open'))
      spoiler.addEventListener('keydown', ({ key }) => {
        if (key === 'Enter') spoiler.classList.add('open')
      })
      return spoiler
    }
    case 'blockquote':
      return wrap('blockquote', content)
    case 'expandable_blockquote':
      return expandable(content, words)
    default:
      return wrap(elements[entity.type] ?? 'span', content)
  }
}

function expandable(content, words) {
  const quote = wrap('blockquote', wrap('div', content, 'quoted'))
  if (words.length < 180 && words.split('\n').length < 4) return quote
  quote.classList.add('folded')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'unfold'
  const label = () => {
    const folded = quote.classList.contains('folded')
    button.textContent = folded ? 'Show more' : 'Show less'
    button.setAttribute('aria-expanded', String(!folded))
  }
  button.addEventListener('click', () => {
    quote.classList.toggle('folded')
    label()
  })
  label()
  quote.append(button)
  return quote
}

/**
 * What the bot is sent by a link that opens it with a parameter
 * (https://core.telegram.org/bots/features#deep-linking); null for any other address.
 */
export function startOf(address) {
  const url = URL.parse(address)
  const parameter = url?.hostname === 't.me' ? url.searchParams.get('start') : null
  return parameter && `/start ${parameter}`
}

function botLink(address, content, onCommand) {
  const words = startOf(address)
  return words && command(content, () => onCommand(words, { isOfBot: true }))
}

/** No button of HTML: lines break before and after it, whatever stands there (CSS Text 3, section 5.1). */
function command(content, onClick) {
  const words = wrap('span', content, 'command')
  words.role = 'button'
  words.tabIndex = 0
  words.addEventListener('click', onClick)
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onClick()
  })
  return words
}

/** Keeps a comma after it on its line (U+2060: word joiner). */
function unbroken(element) {
  const words = document.createDocumentFragment()
  words.append(element, '\u2060')
  return words
}

/** A link that opens in a new tab; addresses of other kinds than these stay plain words. */
export function linkTo(address, content) {
  const url = URL.parse(address)
  if (!url || !['http:', 'https:', 'mailto:', 'tg:'].includes(url.protocol)) return content
  const link = wrap('a', content)
  link.href = url.href
  link.target = '_blank'
  link.rel = 'noopener noreferrer'
  return link
}

function wrap(name, content, className = '') {
  const element = document.createElement(name)
  if (className) element.className = className
  element.append(content)
  return element
}
