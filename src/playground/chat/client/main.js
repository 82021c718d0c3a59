import { createComposer } from './composer.js'
import { startOf } from './entities.js'
import { createFollowing } from './following.js'
import { createInline, inlineQueryOf } from './inline.js'
import { createKeys } from './keys.js'
import { createMessages } from './messages.js'

const $ = (id) => document.getElementById(id)
const status = $('status')

// The key has become a cookie: the address is seen by others, and kept by the browser.
if (location.search) history.replaceState(null, '', location.pathname)

let person = null
/** The group or channel that is open; null for the person's own chat with the bot. */
let place = null
let stream = null
let typing = null

const composer = createComposer({
  form: $('composer'),
  text: $('text'),
  menu: $('menu'),
  menuButton: $('menu-button'),
  problem: $('problem'),
  send,
})
const messages = createMessages($('log'), {
  onCommand: (words, { isOfBot = false } = {}) =>
    isOfBot ? openBot(words) : composer.submit(words),
  onPress: press,
  onSwitch: (query) => inline.open(query),
})
const following = createFollowing({
  scroller: $('scroller'),
  log: $('log'),
  button: $('newer'),
})

const keys = createKeys({
  element: $('keys'),
  dialog: $('pick'),
  onText: (words) => composer.submit(words),
  onShare: async (requestId, shared) => notice(await post('share', { requestId, shared })),
  onPlace: () =>
    navigator.geolocation.getCurrentPosition(
      async ({ coords: { latitude, longitude } }) =>
        notice(await post('locate', { latitude, longitude })),
      ({ message: error }) => notice({ error }),
    ),
})

const inline = createInline({
  dialog: $('pick'),
  ask: (query, offset) => post('inline', { query, offset }),
  choose: (resultId) => post('choose', { resultId }),
  onButton: (start) => openBot(`/start ${start}`),
  notice,
})

/** Does something as the person, in the chat that is open. */
function post(path, body = {}) {
  const json = JSON.stringify({ person: person.id, place: place?.id, ...body })
  return call(path, { headers: { 'content-type': 'application/json' }, body: json })
}

async function call(path, request) {
  try {
    const response = await fetch(path, { method: 'POST', ...request })
    return await response.json()
  } catch {
    return { error: 'The program does not answer. Is it still running?' }
  }
}

async function send(text) {
  const query = inlineQueryOf(text, botName)
  if (query !== null) return void (await inline.open(query))
  return (await post('send', { text })).error
}

async function press(message, data) {
  following.ask()
  notice(await post('press', { ...message, data }))
}

/** Shows what came of something, if anything is to be said. */
function notice({ error, text, showAlert, url }) {
  const start = url && startOf(url)
  if (start) return openBot(start)
  const words = error ?? text
  if (!words) return
  if (showAlert) {
    $('alert').querySelector('p').textContent = words
    $('alert').showModal()
  } else {
    toast(words)
  }
}

/** As the server takes it. */
const mostFileBytes = 2 * 1024 * 1024

async function sendFile(file) {
  if (file.size > mostFileBytes)
    return notice({ error: 'That file is too large for the rehearsal.' })
  const query = new URLSearchParams({ person: person.id, name: file.name })
  if (place) query.set('place', place.id)
  notice(await call(`file?${query}`, { body: file }))
}

/** Opens the person's own chat with the bot, and sends it what its Start button would. */
function openBot(words) {
  $('places').querySelector('input').click()
  composer.submit(words)
}

async function letTimePass() {
  const button = $('next-digest')
  button.disabled = true
  say('time passes …')
  // What comes is to be seen from where it begins.
  $('scroller').scrollTop = $('scroller').scrollHeight
  following.ask()
  notice(await post('next-digest'))
  button.disabled = false
  say('bot')
}

function toast(words) {
  const element = $('toast')
  element.textContent = words
  element.hidden = false
  clearTimeout(toast.timer)
  toast.timer = setTimeout(() => {
    element.hidden = true
  }, 3500)
}

/** Changes the log by way of `change`, and says when it is empty. */
function update(change) {
  change()
  $('empty').hidden = $('log').childElementCount > 0
}

function say(words) {
  status.textContent = words
}

function open() {
  stream?.close()
  say('connecting …')
  keys.show(null)
  $('toast').hidden = true
  $('attach').hidden = place !== null
  composer.setReadOnly(place?.type === 'channel')
  $('empty').querySelector('button').textContent = firstCommand()
  $('to-begin').textContent =
    place?.type === 'channel' ? 'to the bot, and its next digest comes here.' : 'to begin.'
  stream = new EventSource(`events/${person.id}${place ? `?place=${place.id}` : ''}`)
  const on = (name, handle) => stream.addEventListener(name, ({ data }) => handle(JSON.parse(data)))
  on('history', (history) => {
    say('bot')
    update(() => messages.reset(history, person.id))
    following.open()
  })
  on('message', ({ message }) => {
    stopTyping()
    const isOwn = message.from?.id === person.id
    following.come(() => update(() => messages.show(message, person.id)), { isOwn })
  })
  on('edit', ({ message }) => following.change(() => messages.show(message, person.id)))
  on('delete', (message) => messages.remove(message))
  on('commands', (commands) => composer.setCommands(commands))
  on('keyboard', (markup) => keys.show(markup))
  on('action', () => {
    say('typing …')
    clearTimeout(typing)
    typing = setTimeout(stopTyping, 5000)
  })
  const opened = stream
  stream.addEventListener('error', () => {
    const isRefused = opened.readyState === EventSource.CLOSED
    say(isRefused ? 'closed: open the address printed last' : 'reconnecting …')
  })
}

/** What brings the digest to the chat that is open; nobody writes in a channel. */
const firstCommand = () => (place?.type === 'channel' ? '/connect' : '/start')

function stopTyping() {
  clearTimeout(typing)
  if (status.textContent === 'typing …') say('bot')
}

/** Lets one of some entries be chosen; the first is. */
function renderChoice(id, entries, choose) {
  for (const entry of entries) {
    const label = document.createElement('label')
    const input = document.createElement('input')
    input.type = 'radio'
    input.name = id
    input.checked = entry === entries[0]
    input.addEventListener('change', () => choose(entry))
    label.append(input, entry.name)
    $(id).append(label)
  }
}

function setTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme
}

$('theme').addEventListener('click', () => {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const now = document.documentElement.dataset.theme ?? (dark ? 'dark' : 'light')
  const next = now === 'dark' ? 'light' : 'dark'
  localStorage.setItem('theme', next)
  setTheme(next)
})
$('empty')
  .querySelector('button')
  .addEventListener('click', () =>
    place?.type === 'channel' ? openBot(firstCommand()) : composer.submit(firstCommand()),
  )

setTheme(localStorage.getItem('theme'))
$('attach').addEventListener('click', () => $('file').click())
$('file').addEventListener('change', async ({ target }) => {
  for (const file of target.files) await sendFile(file)
  target.value = ''
})
$('next-digest').addEventListener('click', letTimePass)

const { people, places, bot, botName, hasNextDigest } = await (await fetch('people')).json()
person = people[0]
renderChoice('people', people, (next) => {
  person = next
  open()
})
renderChoice('places', [{ id: null, name: bot }, ...places], (next) => {
  place = next.id === null ? null : next
  open()
})
$('places').hidden = places.length === 0
keys.setPlaces(places)
$('next-digest').hidden = !hasNextDigest
open()
