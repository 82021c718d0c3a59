/**
 * The input with its command menu. Enter sends, Shift+Enter breaks the line; typing `/` opens the
 * menu, where the arrow keys choose.
 */
export function createComposer({ form, text, menu, menuButton, problem, send }) {
  let commands = []
  let selected = 0

  const matching = () => {
    const words = text.value
    const start = /^\/\w*$/.test(words) ? words.slice(1).toLowerCase() : ''
    return commands.filter(({ command }) => command.startsWith(start))
  }

  function open() {
    const matches = matching()
    selected = Math.min(selected, Math.max(0, matches.length - 1))
    menu.replaceChildren(...matches.map((entry, i) => renderEntry(entry, i)))
    menu.hidden = matches.length === 0
    menuButton.setAttribute('aria-expanded', String(!menu.hidden))
    menu.children[selected]?.scrollIntoView({ block: 'nearest' })
  }

  function select(i) {
    menu.children[selected]?.setAttribute('aria-selected', 'false')
    selected = i
    menu.children[selected]?.setAttribute('aria-selected', 'true')
  }

  function close() {
    menu.hidden = true
    selected = 0
    menuButton.setAttribute('aria-expanded', 'false')
  }

  function renderEntry({ command, description }, i) {
    const entry = document.createElement('button')
    entry.type = 'button'
    entry.role = 'option'
    entry.ariaSelected = String(i === selected)
    const name = document.createElement('b')
    name.textContent = `/${command}`
    const words = document.createElement('span')
    words.textContent = description
    entry.append(name, words)
    // Not `mouseenter`, which also comes when the menu opens under a pointer that rests.
    entry.addEventListener('mousemove', () => select(i))
    entry.addEventListener('click', () => choose(command))
    return entry
  }

  function choose(command) {
    close()
    submit(`/${command}`)
  }

  async function submit(words) {
    const mine = words ?? text.value
    if (!mine.trim()) return
    const error = await send(mine)
    problem.hidden = !error
    problem.textContent = error ?? ''
    // What could not be sent stays in the input.
    if (!error && (words === undefined || text.value.startsWith('/'))) text.value = ''
    text.focus()
  }

  text.addEventListener('input', () => {
    problem.hidden = true
    if (/^\/\w*$/.test(text.value)) open()
    else close()
  })
  text.addEventListener('keydown', (event) => {
    const matches = menu.hidden ? [] : matching()
    if (event.key === 'Escape') close()
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (matches.length === 0) return
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : matches.length - 1
      selected = (selected + step) % matches.length
      open()
    }
    if (event.key === 'Tab' && matches[selected]) {
      event.preventDefault()
      text.value = `/${matches[selected].command} `
      close()
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault()
      if (matches[selected]) choose(matches[selected].command)
      else form.requestSubmit()
    }
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    close()
    submit()
  })
  menuButton.addEventListener('click', () => {
    if (menu.hidden) open()
    else close()
    text.focus()
  })

  return {
    setCommands(entries) {
      commands = entries
      if (!menu.hidden) open()
    },
    submit,
    /** In a channel only the bot writes. */
    setReadOnly(isReadOnly) {
      form.classList.toggle('closed', isReadOnly)
      text.disabled = isReadOnly
      text.placeholder = isReadOnly ? 'A channel: the bot writes here' : 'Message'
    },
  }
}
