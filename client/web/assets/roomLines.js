// Lines and actions of the minutes as the room shows them: the same as room.njk does.
/** A line as the server has it, before those that wait. `path`: of its case in the room. */
export function drawLine(path, { id, prompt, text, writer, time }) {
  const list = document.querySelector(`[data-list="${prompt}"]`)
  if (list === null) return
  const line = element('li', '')
  line.dataset.line = id
  const correct = element('a', 'govuk-link cc-lines__correct', 'Correct')
  correct.href = `${path}?correct=${id}#write-${prompt}`
  correct.append(element('span', 'govuk-visually-hidden', ` the line of ${time}, ${writer}`))
  line.append(
    element('span', 'cc-lines__text', text),
    ' ',
    element('span', 'cc-quiet', `${time} ${writer}`),
    ' ',
    correct,
  )
  const waiting = list.querySelector('[data-waiting]')
  if (waiting === null) list.append(line)
  else waiting.before(line)
}

/** What is typed and not saved yet. */
export function drawWaiting({ kind, fields }) {
  const list = document.querySelector(kind === 'lines' ? `[data-list="${fields.prompt}"]` : '[data-actions]')
  if (list === null) return
  const line = element('li', 'cc-lines__waiting')
  line.dataset.waiting = fields.command
  line.append(
    element('span', 'cc-lines__text', kind === 'lines' ? fields.text : fields.action),
    ' ',
    element('span', 'cc-quiet', 'not saved yet'),
  )
  list.append(line)
}

/** The actions as the server has them, where they are others than are shown. */
export function drawActions(actions) {
  const list = document.querySelector('[data-actions]')
  const words = actions.map(({ text }) => text)
  const shown = [...list.querySelectorAll('li:not([data-waiting])')]
  if (shown.map((one) => one.textContent).join('\n') === words.join('\n')) return
  for (const one of shown) one.remove()
  list.prepend(...words.map((text) => element('li', '', text)))
  document.querySelector('[data-no-actions]')?.remove()
}

export const waitingOf = (command) => document.querySelector(`[data-waiting="${command}"]`)

export function element(name, looks, text = '') {
  const one = document.createElement(name)
  if (looks !== '') one.className = looks
  one.textContent = text
  return one
}
