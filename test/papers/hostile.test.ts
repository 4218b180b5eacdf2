import { minutesPage } from '../../client/papers/minutesPage'
import { packPage } from '../../client/papers/packPage'
import { day, event, facts } from '../domain/facts'
import { named } from '../domain/svgOf'
import { draftFor } from './exampleFamily'
import { discussed, minutes, pack, packCase } from './examples'
import { expectPaper, wordsOf } from './paperOf'

const HOSTILE = `</style><script>alert("1")</script> O'Neil & Söhne {{ heading }} 👩‍👧 \u200Fשרה\u200F`
/** What would turn round or end what follows it. */
const HIDDEN = '\u202Egnorw\u2066\u0000\u0007\uD800'
const name = `${HOSTILE}${HIDDEN}`

const goal = { plan: 'cpp', change: 'x', sign: 'x', by: '2026-12-20', otherwise: 'x', otherwiseBy: '2026-12-20' }
const hostileFacts = facts(
  [
    event('goal-set', '2026-11-10', { ...goal, goal: name }),
    event('action-agreed', '2026-11-10', { action: name, owner: name, by: '2026-12-10', meeting: 'm' }),
    event('specialist-needed', '2026-11-10', { role: name }),
  ],
  { ref: name },
)
const child = { id: 'c1', name, bornOn: day('2022-01-05'), expectedOn: null }
const summary = { text: `${name}\n\n${name}`, writtenBy: name, writtenOn: day('2026-11-24'), review: null }
const hostileCase = { ref: name, children: [child], worker: name }
const hostileAbout = { team: name, room: name, chair: name, madeFor: name, emergencyLine: name }

const papers = {
  pack: packPage(
    pack({
      ...hostileAbout,
      invited: [
        {
          name,
          role: name,
          reply: { state: 'not-coming', exception: { reason: name, cover: name, decision: 'waiting' } },
        },
      ],
      cases: [packCase({ ...hostileCase, summary, draft: draftFor(hostileFacts, null) })],
    }),
  ),
  minutes: minutesPage(
    minutes({
      ...hostileAbout,
      attendance: [{ name, role: name, was: { state: 'excused', reason: name, cover: name } }],
      cases: [
        discussed({
          ...hostileCase,
          lines: ['evidence', 'decision', name].map((prompt) => ({ prompt, at: '09:30', writer: name, text: name })),
          actions: [{ action: name, owner: name, by: day('2026-12-10'), doneOn: null }],
        }),
        { state: 'not-discussed', ref: name, reason: name },
      ],
    }),
  ),
}

describe.each(Object.entries(papers))('hostile text in the %s', (_, html) => {
  it('is shown as text and runs nothing', () => {
    const page = expectPaper(html)
    expect(html).not.toContain('<script')
    expect(wordsOf(page)).toContain(`<script>alert("1")</script> O'Neil & Söhne {{ heading }}`)
  })

  it('keeps names of every script and their marks, each by itself', () => {
    const page = expectPaper(html)
    const shown = named(page, 'bdi').map(({ text }) => text)
    expect(shown).toContain(`${HOSTILE}gnorw`)
  })

  it('cannot turn round the words after it', () => {
    expect(html).not.toMatch(/[\u202A-\u202E\u2066-\u2069\p{Cs}]/u)
    expect(html.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  })
})
