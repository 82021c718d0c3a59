import { createComposer } from './composer.js'
import { createFollowing } from './following.js'
import { createMessages } from './messages.js'

const $ = (id) => document.getElementById(id)
const status = $('status')

// The key has become a cookie: the address is seen by others, and kept by the browser.
if (location.search) history.replaceState(null, '', location.pathname)

let person = null
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
  onCommand: (words) => composer.submit(words),
  onPress: press,
})
const following = createFollowing({
  scroller: $('scroller'),
  log: $('log'),
  button: $('newer'),
})

async function post(path, body) {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return await response.json()
  } catch {
    return { error: 'The program does not answer. Is it still running?' }
  }
}

async function send(text) {
  return (await post('send', { person: person.id, text })).error
}

async function press(messageId, data) {
  following.ask()
  const { error, text, showAlert } = await post('press', { person: person.id, messageId, data })
  const words = error ?? text
  if (!words) return
  if (showAlert) {
    $('alert').querySelector('p').textContent = words
    $('alert').showModal()
  } else {
    toast(words)
  }
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

function open(next) {
  person = next
  stream?.close()
  say('connecting …')
  stream = new EventSource(`events/${person.id}`)
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
  on('edit', ({ message }) => messages.show(message, person.id))
  on('delete', ({ messageId }) => messages.remove(messageId))
  on('commands', (commands) => composer.setCommands(commands))
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

function stopTyping() {
  clearTimeout(typing)
  if (status.textContent === 'typing …') say('bot')
}

function renderPeople(people) {
  for (const entry of people) {
    const label = document.createElement('label')
    const input = document.createElement('input')
    input.type = 'radio'
    input.name = 'person'
    input.checked = entry === people[0]
    input.addEventListener('change', () => open(entry))
    label.append(input, entry.name)
    $('people').append(label)
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
  .addEventListener('click', () => composer.submit('/start'))

setTheme(localStorage.getItem('theme'))
const { people } = await (await fetch('people')).json()
renderPeople(people)
open(people[0])
