// The room: each line is saved as it is typed, kept while the connection is away, and others' lines come as they write them. Without this file each line is a form.
const POLL_MS = 3000
const PAUSE_MS = 1000
const AGAIN_MS = 3000
const SIGNED_OUT_MS = 15000
const LIMIT_MS = 10000
/** A pause after these means that the line is said; elsewhere somebody is still thinking. */
const SAID = /[.?!;:]["”’)]?$/

const room = document.querySelector('[data-room]')
if (room) startRoom(room.dataset)

function startRoom({ session, reader, ref, path, last: seen, csrf, minutes }) {
  // Of this person and this session: whoever signs in next in this window sends nothing of theirs.
  const queueKey = `cc-queue:${reader}:${session}`
  const refusedKey = `cc-refused:${reader}:${session}`
  const draftKey = (of, prompt) => `cc-draft:${reader}:${session}:${of}:${prompt}`
  const boxOf = (prompt) => document.querySelector(`#write-${prompt}`)
  const said = document.querySelector('[data-said]')
  const queue = kept(queueKey, [])
  let last = seen
  let sending = false
  let away = false

  const say = (words) => {
    if (said.textContent !== words) said.textContent = words
  }
  const keep = () => store(queueKey, queue)

  // What was refused while another case was open stands in its own box again, where there is one.
  const refused = kept(refusedKey, []).filter(
    ({ kind, ref: of, fields }) => of !== ref || kind !== 'lines' || boxOf(fields.prompt) === null,
  )
  showRefused()
  for (const form of document.querySelectorAll('[data-write]')) watch(form)
  const agree = document.querySelector('[data-agree]')
  agree?.addEventListener('submit', (event) => {
    event.preventDefault()
    const fields = Object.fromEntries(new FormData(agree))
    add({ kind: 'actions', fields })
    agree.reset()
  })
  for (const item of queue) if (item.ref === ref) drawWaiting(item)
  if (queue.length > 0) say('Lines of before are being saved.')
  void flush()
  window.addEventListener('online', () => void flush())
  void pollFor()
  clock(`cc-time:${reader}:${session}:${ref}`, Number(minutes))

  /** A box for one question. */
  function watch(form) {
    const box = form.querySelector('textarea')
    const prompt = form.dataset.write
    let pause
    const draft = kept(draftKey(ref, prompt), '')
    if (draft !== '' && box.value === '') box.value = draft
    const commit = () => {
      clearTimeout(pause)
      const text = box.value.trim()
      if (text === '') return
      add({ kind: 'lines', fields: { prompt, text } })
      box.value = ''
      store(draftKey(ref, prompt), '')
    }
    box.addEventListener('input', () => {
      store(draftKey(ref, prompt), box.value)
      clearTimeout(pause)
      pause = setTimeout(() => {
        if (SAID.test(box.value.trim())) commit()
        else if (box.value.trim() !== '') say('Not saved yet: press Enter at the end of the line.')
      }, PAUSE_MS)
    })
    box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
      event.preventDefault()
      commit()
    })
    box.addEventListener('blur', commit)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      commit()
      box.focus()
    })
  }

  /** Every line has its own command from the moment it is typed: sent twice, it is stored once. */
  function add({ kind, fields }) {
    const item = { kind, ref, path, fields: { ...fields, command: newId() } }
    delete item.fields._csrf
    queue.push(item)
    keep()
    drawWaiting(item)
    void flush()
  }

  /** Sends what waits, in its order. */
  async function flush() {
    if (sending) return
    sending = true
    while (queue.length > 0) {
      const outcome = await send(queue[0])
      if (outcome !== 'done') {
        away = true
        setTimeout(() => void flush(), outcome === 'signed-out' ? SIGNED_OUT_MS : AGAIN_MS)
        break
      }
      queue.shift()
      keep()
    }
    sending = false
  }

  async function send(item) {
    const answer = await ask(`${item.path}/${item.kind}/save`, {
      method: 'POST',
      headers: { 'csrf-token': csrf },
      body: new URLSearchParams({ ...item.fields, after: item.ref === ref ? last : '' }),
    })
    if (answer === null) {
      say('No connection. What you write is kept here, and sent when it is back.')
      return 'away'
    }
    const { status, body } = answer
    if (status === 0 || status === 401 || status === 403) {
      if (body?.problem === undefined) {
        say('You are signed out. Sign in in another tab, then load this page again: what you wrote is kept here.')
        return 'signed-out'
      }
    }
    if (status >= 500) {
      say('It could not be saved just now. What you wrote is kept here, and sent again.')
      return 'away'
    }
    away = false
    if (status !== 200 || body === undefined) giveBack(item, body?.problem ?? 'This case is not open to you any more.')
    else {
      if (item.ref === ref) take(body)
      waitingOf(item.fields.command)?.remove()
      say(`Saved ${timeOf(body, item)}`)
    }
    return 'done'
  }

  /** Refused: what was typed goes back where it was typed, with what is wrong. Where that is not on this page it is kept for there, and shown here with its case. */
  function giveBack(item, problem) {
    const { kind, fields } = item
    const isHere = item.ref === ref
    waitingOf(fields.command)?.remove()
    say(isHere ? `Not saved. ${problem}` : `Not saved: a line of ${item.ref}. ${problem}`)
    if (kind === 'lines') {
      const box = isHere ? boxOf(fields.prompt) : null
      const key = draftKey(item.ref, fields.prompt)
      const typed = [fields.text, box === null ? kept(key, '') : box.value].filter((text) => text !== '').join('\n')
      store(key, typed)
      if (box !== null) {
        box.value = typed
        return
      }
    } else if (isHere && agree !== null) {
      for (const [name, value] of Object.entries(fields)) {
        const field = agree.elements.namedItem(name)
        if (field && name !== 'command') field.value = value
      }
      return
    }
    refused.push({ ...item, problem })
    showRefused()
  }

  /** What was not saved and has no box on this page, until somebody has taken note of it. */
  function showRefused() {
    store(refusedKey, refused)
    const list = document.querySelector('[data-refused]')
    list.hidden = refused.length === 0
    list.replaceChildren(
      ...refused.map((item) => {
        const line = element('li', '')
        const link = element('a', 'govuk-link', item.ref)
        link.href = item.path
        const done = element('button', 'cc-strip__do', 'I have seen it')
        done.type = 'button'
        done.addEventListener('click', () => {
          refused.splice(refused.indexOf(item), 1)
          showRefused()
        })
        const words = item.kind === 'lines' ? item.fields.text : item.fields.action
        line.append(link, ` Not saved: “${words}”. ${item.problem} `, done)
        return line
      }),
    )
  }

  async function pollFor() {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
      if (document.hidden) continue
      const answer = await ask(`${path}/lines?after=${encodeURIComponent(last)}`, {})
      if (answer?.status === 200 && answer.body !== undefined) {
        if (away && queue.length === 0) say('The connection is back.')
        away = queue.length > 0
        take(answer.body)
        void flush()
      } else if (answer === null) {
        away = true
        say('No connection. What you write is kept here, and sent when it is back.')
      }
    }
  }

  /** Lines and actions as the server has them. A line that is there already is not drawn again. */
  function take({ lines, actions }) {
    for (const line of lines) {
      if (document.querySelector(`[data-line="${line.id}"]`) === null) drawLine(line)
      if (line.command !== null) waitingOf(line.command)?.remove()
      last = String(line.number)
    }
    const list = document.querySelector('[data-actions]')
    const words = actions.map(({ text }) => text)
    const shown = [...list.querySelectorAll('li:not([data-waiting])')]
    if (shown.map((one) => one.textContent).join('\n') === words.join('\n')) return
    for (const one of shown) one.remove()
    list.prepend(...words.map((text) => element('li', '', text)))
    document.querySelector('[data-no-actions]')?.remove()
  }

  function drawLine({ id, prompt, text, writer, time }) {
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

  function drawWaiting({ kind, fields }) {
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
}

const waitingOf = (command) => document.querySelector(`[data-waiting="${command}"]`)

/** The time at which the line was written, as the server says it. */
function timeOf({ lines }, { fields }) {
  return lines.find(({ command }) => command === fields.command)?.time ?? ''
}

/** Null where nobody answered; no `body` where what came is not ours. */
async function ask(url, options) {
  try {
    const answer = await fetch(url, { ...options, redirect: 'manual', signal: AbortSignal.timeout(LIMIT_MS) })
    const isJson = (answer.headers.get('content-type') ?? '').startsWith('application/json')
    return { status: answer.status, body: isJson ? await answer.json() : undefined }
  } catch {
    return null
  }
}

function element(name, looks, text = '') {
  const one = document.createElement(name)
  if (looks !== '') one.className = looks
  one.textContent = text
  return one
}

function kept(key, otherwise) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? otherwise
  } catch {
    return otherwise
  }
}

function store(key, value) {
  try {
    if (value.length === 0) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(value))
  } catch {
    // A browser that keeps nothing, or is full: the page itself still has it.
  }
}

/** Also where the page has come without TLS, where browsers offer no randomUUID. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Minutes that this case has been on the screen, of those it has. */
function clock(key, minutes) {
  const shown = document.querySelector('[data-time]')
  const TICK_S = 10
  const show = (seconds) => {
    const used = Math.floor(seconds / 60)
    const left = minutes - used
    shown.textContent = left >= 0 ? `${used} minutes used, ${left} left` : `${used} minutes used, ${-left} over`
    shown.hidden = false
  }
  let seconds = Number(kept(key, '0'))
  show(seconds)
  setInterval(() => {
    if (document.hidden) return
    seconds += TICK_S
    store(key, String(seconds))
    show(seconds)
  }, TICK_S * 1000)
}
