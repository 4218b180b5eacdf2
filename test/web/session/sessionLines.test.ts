import { LocalDate } from '@js-joda/core'
import { correctionOf, presenceOf } from '../../../client/web/session/roomLines'
import { answerWords, openLines } from '../../../client/web/session/sessionLines'

const invited = {
  ...{
    id: 'p',
    name: 'Ada Quinn',
    role: 'social-worker',
    reply: null,
    reason: null,
    reasonShown: true,
    coverId: null,
    cover: null,
  },
  ...{ approved: null, attended: null, missing: null },
}

describe('a session in words', () => {
  it('says what somebody answered, with reason, cover and decision', () => {
    expect(answerWords(invited)).toBe('Not answered yet')
    const declined = { ...invited, reply: 'declined' as const }
    expect(answerWords(declined)).toBe('Not coming: no reason given; nobody comes instead; not decided yet')
    expect(answerWords({ ...declined, reason: 'In court', cover: 'Jo Field', approved: true })).toBe(
      'Not coming: In court; Jo Field comes instead; approved',
    )
    expect(answerWords({ ...declined, reasonShown: false, cover: 'Jo Field', approved: true })).toBe(
      'Not coming; Jo Field comes instead; approved',
    )
  })

  it('says once what several are asked for the same day, and leaves out whom the reader may not know of', () => {
    const dueOn = LocalDate.parse('2026-11-24')
    const reply = { step: 'reply' as const, dueOn, why: ['5 working days before it'] }
    const open = [
      ...['a', 'b', 'x'].map((subject) => ({ ...reply, subject })),
      { ...reply, step: 'papers' as const, subject: 'session' },
    ]
    const names = new Map([
      ['a', 'Ada Quinn'],
      ['b', 'Jo Field'],
    ])
    const said = openLines(open, names, dueOn.plusDays(1))
    expect(said.map(({ by }) => by)).toEqual(Array(2).fill('was due Tuesday 24 November 2026'))
    expect(said[0]?.text).toMatch(/: Ada Quinn, Jo Field$/)
    expect(said[1]?.text).not.toContain(':')
  })

  it('ticks off who is here, and offers to take it back', () => {
    expect(presenceOf(invited)).toMatchObject({ words: 'not answered', press: 'Here', here: false })
    expect(presenceOf({ ...invited, attended: true })).toMatchObject({ words: 'here', press: 'Not here', here: true })
  })

  it('begins a correction with what it corrects, cut where that is long', () => {
    const line = { id: 'm', number: 1, prompt: 'decision', writer: 'Ada Quinn', time: '10:42', command: null }
    expect(correctionOf({ ...line, text: 'He stays.' })).toBe('Correction of 10:42, Ada Quinn (“He stays.”): ')
    expect(correctionOf({ ...line, text: 'x'.repeat(200) })).toContain(`${'x'.repeat(60)}…`)
  })
})
