import { correctionOf, presenceOf } from '../../../client/web/session/roomLines'
import { answerWords } from '../../../client/web/session/sessionLines'

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
