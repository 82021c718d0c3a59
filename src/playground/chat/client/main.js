import { createComposer } from './composer.js'
import { createMessages } from './messages.js'

const $ = (id) => document.getElementById(id)
const scroller = $('scroller')
const status = $('status')

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
  const { error } = await post('send', { person: person.id, text })
  if (!error) following = true
  return error
}

async function press(messageId, data) {
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

const atEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80

/** Shows the newest: the end, or the start of an answer that is longer than the window. */
function toNewest() {
  const asked = [...$('log').querySelectorAll('.own')].at(-1)
  const start = asked ? asked.offsetTop - $('log').offsetTop : Number.POSITIVE_INFINITY
  scroller.scrollTop = Math.min(start, scroller.scrollHeight)
}

let following = true

/** Changes what is shown, and stays with the newest unless the reader has scrolled away. */
function change(update) {
  update()
  $('empty').hidden = $('log').childElementCount > 0
  if (following) toNewest()
  $('newer').hidden = atEnd()
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
    say(`bot · you are ${person.role === 'admin' ? 'an admin' : 'a reader'}`)
    following = true
    change(() => messages.reset(history, person.id))
  })
  on('message', ({ message }) => {
    stopTyping()
    change(() => messages.show(message, person.id))
  })
  on('edit', ({ message }) => {
    const { scrollTop } = scroller
    messages.show(message, person.id)
    scroller.scrollTop = scrollTop
  })
  on('delete', ({ messageId }) => messages.remove(messageId))
  on('commands', (commands) => composer.setCommands(commands))
  on('action', () => {
    say('typing …')
    clearTimeout(typing)
    typing = setTimeout(stopTyping, 5000)
  })
  stream.addEventListener('error', () => say('connection lost, trying again …'))
}

function stopTyping() {
  clearTimeout(typing)
  if (status.textContent === 'typing …') {
    say(`bot · you are ${person.role === 'admin' ? 'an admin' : 'a reader'}`)
  }
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
$('newer').addEventListener('click', () => {
  scroller.scrollTop = scroller.scrollHeight
})
$('empty')
  .querySelector('button')
  .addEventListener('click', () => composer.submit('/start'))
scroller.addEventListener('scroll', () => {
  $('newer').hidden = atEnd()
})
for (const gesture of ['wheel', 'touchmove', 'keydown']) {
  scroller.addEventListener(
    gesture,
    () => {
      following = atEnd()
    },
    { passive: true },
  )
}

setTheme(localStorage.getItem('theme'))
const { people } = await (await fetch('people')).json()
renderPeople(people)
open(people[0])
