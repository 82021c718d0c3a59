// Messages that come this soon after one another are one answer, read from its first message on.
const oneAnswerMs = 1500

/**
 * Keeps the view of `scroller` where its reader wants it. One who is at the end, or has just written,
 * is shown where the new messages begin; one who has scrolled away stays, and gets a button that
 * leads there.
 */
export function createFollowing({ scroller, log, button }) {
  let first = null // Where the view begins; null once the reader has scrolled elsewhere.
  let unseen = null // The first message that came out of the reader's sight.
  let placedAt = 0
  let lastCameAt = Number.NEGATIVE_INFINITY

  const isAtEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80

  /** Brings an element, with the day above it, to the upper edge: as far as the end allows. */
  function place(element) {
    if (!element.isConnected) return
    const before = element.previousElementSibling
    const top = before?.classList.contains('date') ? before : element
    scroller.scrollTop = top.offsetTop - scroller.offsetTop - 8
    placedAt = scroller.scrollTop
  }

  function refreshButton() {
    if (isAtEnd()) unseen = null
    button.hidden = isAtEnd()
    button.textContent = unseen ? '↓ New messages' : '↓'
    button.setAttribute('aria-label', unseen ? 'To the new messages' : 'To the newest message')
  }

  /** Looked at before anything comes, too: the event of a scroll may come later than a message. */
  function noticeScroll() {
    if (Math.abs(scroller.scrollTop - placedAt) > 2) first = null
  }

  scroller.addEventListener('scroll', () => {
    noticeScroll()
    refreshButton()
  })
  button.addEventListener('click', () => {
    first = unseen
    unseen = null
    if (first) place(first)
    else scroller.scrollTop = scroller.scrollHeight
    refreshButton()
  })

  return {
    /** Adds what `add` adds to the log, and moves to it where the reader would want that. */
    come(add, { isOwn = false } = {}) {
      noticeScroll()
      const wasAtEnd = isAtEnd()
      const isNewAnswer = performance.now() - lastCameAt > oneAnswerMs
      add()
      lastCameAt = performance.now()
      const message = log.lastElementChild
      if (isOwn) first = message
      else if (!first || isNewAnswer) {
        if (wasAtEnd) first = message
        else unseen ??= message
      }
      if (first) place(first)
      refreshButton()
    },
    /** Changes what is in the log; a reader at the end goes on to see all of the last message, its keys too. */
    change(edit) {
      const wasAtEnd = isAtEnd()
      edit()
      if (wasAtEnd) place(log.lastElementChild)
      refreshButton()
    },
    /** Shows what is in the log from the reader's last words on, or from the end. */
    open() {
      first = [...log.querySelectorAll('.own')].at(-1) ?? log.lastElementChild
      unseen = null
      if (first) place(first)
      refreshButton()
    },
    /** What comes next is an answer of its own: the reader has asked for it. */
    ask() {
      first = null
    },
  }
}
