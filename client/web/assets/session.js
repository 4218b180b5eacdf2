// The room: each line is saved as it is typed, kept while the connection is away, and others' lines come as they write them. Without this file each line is a form.
import { clock } from './roomClock.js'
import { kept, store } from './roomKept.js'
import { drawActions, drawLine, drawWaiting, element, waitingOf } from './roomLines.js'

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
      if (document.querySelector(`[data-line="${line.id}"]`) === null) drawLine(path, line)
      if (line.command !== null) waitingOf(line.command)?.remove()
      last = String(line.number)
    }
    drawActions(actions)
  }
}

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

/** Also where the page has come without TLS, where browsers offer no randomUUID. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
