import fc from 'fast-check'
import { childHistories, ofKind } from '../../../domain/chronology/childHistory'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { signaturesOf } from '../../../domain/safety-plan/signaturesOf'
import { SEED } from '../../seed'
import { day, event, facts } from '../facts'

const document = (signatories?: string[]) =>
  event('safety-plan-agreed', '2026-03-30', {
    ...{ how: 'formal', reviewMode: 'six-weekly' },
    ...(signatories === undefined ? {} : { signatories }),
  })
const signed = (on: string, role: string) => event('safety-plan-signed', on, { role }, { id: `${role} ${on}` })
const refused = (on: string, by: string) => event('consent-recorded', on, { state: 'refused', of: 'safety-plan', by })

const standOf = (events: readonly ChronologyEvent[]): readonly string[] => {
  const { all } = childHistories(facts(events))
  const [agreed] = ofKind(all, 'safety-plan-agreed')
  return signaturesOf(agreed!, all).map(
    ({ role, state, on }) => `${role} ${state}${on === null ? '' : ` ${on.toString()}`}`,
  )
}

describe('the signatures of a safety plan', () => {
  const four = document(['social-worker', 'mother', 'father', 'team-manager'])

  it.each([
    { events: [four], gives: ['social-worker wanted', 'mother wanted', 'father wanted', 'team-manager wanted'] },
    {
      events: [
        four,
        signed('2026-03-31', 'mum'),
        signed('2026-04-01', 'Team manager'),
        refused('2026-04-02', 'father'),
      ],
      gives: [
        'social-worker wanted',
        'mother signed 2026-03-31',
        'father refused 2026-04-02',
        'team-manager signed 2026-04-01',
      ],
    },
    {
      events: [four, signed('2026-03-31', 'parent'), refused('2026-04-02', 'mother'), signed('2026-04-03', 'mother')],
      gives: ['social-worker wanted', 'mother signed 2026-04-03', 'father signed 2026-03-31', 'team-manager wanted'],
    },
    {
      events: [document(['parent-1', 'parent-2', 'team-manager']), signed('2026-03-31', 'parent-2')],
      gives: ['parent-1 wanted', 'parent-2 signed 2026-03-31', 'team-manager wanted'],
    },
    {
      events: [document(), signed('2026-03-30', 'father')],
      gives: ['parent signed 2026-03-30', 'team-manager wanted'],
    },
    { events: [four, signed('2026-03-29', 'mother')], gives: expect.arrayContaining(['mother wanted']) as string[] },
  ])('$gives', ({ events, gives }) => {
    expect(standOf(events)).toEqual(gives)
  })

  it('only count on or after the day of the document, whoever signs and in whatever order', () => {
    const role = fc.constantFrom('mother', 'mum', 'father', 'parent', 'team-manager', 'tm', 'social-worker', 'police')
    const anySigned = fc.array(fc.record({ role, shift: fc.integer({ min: -20, max: 20 }) }), { maxLength: 8 })
    fc.assert(
      fc.property(anySigned, (given) => {
        const events = given.map(({ role: by, shift }, index) =>
          event(
            'safety-plan-signed',
            day('2026-03-30').plusDays(shift).toString(),
            { role: by },
            { id: String(index) },
          ),
        )
        const { all } = childHistories(facts([four, ...events]))
        const [agreed] = ofKind(all, 'safety-plan-agreed')
        const found = signaturesOf(agreed!, all).filter(({ state }) => state === 'signed')
        expect(found.every(({ on }) => on?.isBefore(day('2026-03-30')) === false)).toBe(true)
        expect(found.length).toBeLessThanOrEqual(given.filter(({ shift }) => shift >= 0).length)
      }),
      { numRuns: 300, seed: SEED },
    )
  })
})
