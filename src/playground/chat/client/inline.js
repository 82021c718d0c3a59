/**
 * Asks the bot inline, as an app does for `@bot words` in any chat, and lets one of its results be picked
 * in a dialog: it is sent in the chat that is open.
 */
export function createInline({ dialog, ask, choose, onButton, notice }) {
  async function open(query, offset = '') {
    const { error, results = [], nextOffset, button } = await ask(query, offset)
    if (error) return notice({ error })
    const picks = results.map(({ id, title, description = '' }) =>
      create(`${title}\n${description}`.trim(), async () => notice(await choose(id))),
    )
    if (button) picks.unshift(create(button.text, () => onButton(button.start)))
    if (nextOffset) picks.push(create('More …', () => open(query, nextOffset)))
    dialog.querySelector('.picks').replaceChildren(...picks)
    dialog.showModal()
  }

  function create(words, onClick) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = words
    button.addEventListener('click', () => {
      dialog.close()
      onClick()
    })
    return button
  }

  return { open }
}

/** What somebody asks a bot of this name inline; null for other words. */
export function inlineQueryOf(words, botName) {
  const [head, ...rest] = words.trim().split(/\s/)
  return head.toLowerCase() === `@${botName.toLowerCase()}` ? rest.join(' ') : null
}
