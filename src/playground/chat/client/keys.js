/**
 * The keys that the bot puts below a chat (https://core.telegram.org/bots/api#replykeyboardmarkup): one
 * sends its words, or lets a chat be picked or the browser's place be shared, if it asks for that.
 */
export function createKeys({ element, dialog, onText, onShare, onPlace }) {
  let places = []

  function pick({ request_id: requestId, chat_is_channel: isChannel }) {
    const fitting = places.filter(({ type }) => (type === 'channel') === isChannel)
    const buttons = fitting.map(({ id, name }) => {
      const button = create(name)
      button.addEventListener('click', () => {
        dialog.close()
        onShare(requestId, id)
      })
      return button
    })
    dialog.querySelector('.picks').replaceChildren(...buttons)
    dialog.showModal()
  }

  return {
    setPlaces(all) {
      places = all
    },
    /** Shows a keyboard; null for none. */
    show(markup) {
      const rows = (markup?.keyboard ?? []).map((row) => {
        const line = document.createElement('div')
        line.append(
          ...row.map((key) => {
            const button = create(key.text ?? key)
            const { request_chat: request, request_location: isPlace } = key
            button.addEventListener('click', () => {
              if (request) pick(request)
              else if (isPlace) onPlace()
              else onText(button.textContent)
            })
            return button
          }),
        )
        return line
      })
      element.replaceChildren(...rows)
      element.hidden = rows.length === 0
    },
  }
}

function create(words) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = words
  return button
}
