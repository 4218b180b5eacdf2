import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { sentence } from '../../../domain/timeline/sentence'
import { dueAndEnd, event, facts, obligationsOf, TO_18 } from '../facts'
import { agreed, type Terms } from './safetyPlanEvents'

describe('safety-plan-signed: formal document made, 2 wd, the team manager’s signature, and the parents’ once they have had their time', () => {
  const signed = (on: string, role: string, person?: string): ChronologyEvent =>
    event('safety-plan-signed', on, person === undefined ? { role } : { role, person }, {
      id: `${role} ${person ?? ''} ${on}`,
    })
  const document = (terms: Terms = {}) => agreed('2026-03-31', 'formal', terms)
  const parts = (...events: ChronologyEvent[]) =>
    obligationsOf('safety-plan-signed', facts(events)).map((one) => `${one.part} ${dueAndEnd(one)}`)

  it.each<{ events: ChronologyEvent[]; gives: string[]; because: string }>([
    {
      events: [agreed('2026-04-02', 'formal')],
      gives: [`parents 2026-04-08 ${TO_18}`, `team-manager 2026-04-08 ${TO_18}`],
      because: 'two working days over Easter; a document that names nobody needs one parent',
    },
    {
      events: [document(), signed('2026-04-01', 'team-manager'), signed('2026-04-02', 'parent')],
      gives: ['parents 2026-04-02 met 2026-04-02', 'team-manager 2026-04-02 met 2026-04-01'],
      because: 'both have signed',
    },
    {
      events: [document({ timeOfferedUntil: '2026-04-20' }), signed('2026-04-07', 'Team manager')],
      gives: ['team-manager 2026-04-02 met 2026-04-07', `parents 2026-04-20 ${TO_18}`],
      because: 'the parents have time, the manager is late by himself',
    },
    {
      events: [document({ timeOfferedUntil: '2026-04-01' })],
      gives: [`parents 2026-04-02 ${TO_18}`, `team-manager 2026-04-02 ${TO_18}`],
      because: 'time that is over before the two days changes nothing',
    },
    {
      events: [
        document({ timeOfferedUntil: '2026-04-20' }),
        signed('2026-03-31', 'team-manager'),
        event('consent-recorded', '2026-04-10', { state: 'refused' }),
      ],
      gives: ['team-manager 2026-04-02 met 2026-03-31', 'parents 2026-04-20 met 2026-04-10'],
      because: 'refusing is recorded, not chased',
    },
    {
      events: [document(), event('consent-recorded', '2026-04-01', { state: 'refused' })],
      gives: ['parents 2026-04-02 met 2026-04-01', `team-manager 2026-04-02 ${TO_18}`],
      because: 'a refusal is no signature of the manager',
    },
    {
      events: [document(), event('consent-recorded', '2026-04-01', { state: 'refused', of: 'early-help' })],
      gives: [`parents 2026-04-02 ${TO_18}`, `team-manager 2026-04-02 ${TO_18}`],
      because: 'refusing early help says nothing about the plan',
    },
    {
      events: [document(), event('consent-recorded', '2026-03-20', { state: 'refused' })],
      gives: [`parents 2026-04-02 ${TO_18}`, `team-manager 2026-04-02 ${TO_18}`],
      because: 'a refusal before the document is of something else',
    },
    {
      events: [agreed('2026-03-30', 'handwritten'), signed('2026-03-30', 'parent'), document()],
      gives: [`parents 2026-04-02 ${TO_18}`, `team-manager 2026-04-02 ${TO_18}`],
      because: 'what was signed by hand is signed again',
    },
    {
      events: [document({ signatories: ['social-worker', 'team-manager', 'police-officer'] })],
      gives: [`team-manager 2026-04-02 ${TO_18}`],
      because: 'only services are to sign',
    },
    {
      events: [
        document({ signatories: ['parent', 'parent'] }),
        signed('2026-04-01', 'parent', 'p1'),
        signed('2026-04-02', 'parent', 'p1'),
      ],
      gives: [`parents 2026-04-02 ${TO_18}`, `team-manager 2026-04-02 ${TO_18}`],
      because: 'one parent who signs twice is one',
    },
    {
      events: [
        document({ signatories: ['mother', 'father'] }),
        signed('2026-04-01', 'mother'),
        signed('2026-04-02', 'father'),
      ],
      gives: ['parents 2026-04-02 met 2026-04-02', `team-manager 2026-04-02 ${TO_18}`],
      because: 'both parents by their own names',
    },
    {
      events: [document(), agreed('2026-04-20', 'formal'), signed('2026-04-21', 'team-manager')],
      gives: [
        'parents 2026-04-02 cancelled 2026-04-20',
        'team-manager 2026-04-02 cancelled 2026-04-20',
        `parents 2026-04-22 ${TO_18}`,
        'team-manager 2026-04-22 met 2026-04-21',
      ],
      because: 'the next document takes the place of the one before',
    },
    { events: [agreed('2026-03-31', 'verbal')], gives: [], because: 'nothing to sign yet' },
  ])('$because', ({ events, gives }) => {
    expect(parts(...events)).toEqual(gives)
  })

  it('says whose signature it waits for, how many, and for how long they have time', () => {
    const words = obligationsOf(
      'safety-plan-signed',
      facts([
        agreed('2026-03-31', 'formal', { signatories: ['parent', 'parent'], timeOfferedUntil: '2026-04-20' }),
        signed('2026-04-01', 'parent', 'p1'),
      ]),
    ).map(({ explanation }) => explanation.map(sentence))
    expect(words[0]?.at(-1)).toBe('to be signed by the team manager')
    expect(words[1]?.slice(0, 3)).toEqual([
      'Safety plan agreed on 31 March 2026',
      'they were offered time until 20 April 2026',
      'to be signed by the parents, or their refusal recorded: 1 still missing',
    ])
  })

  it('nobody is told that the parents are late before their time is over', () => {
    const [, parents] = obligationsOf('safety-plan-signed', facts([document({ timeOfferedUntil: '2026-04-20' })]))
    expect(parents?.late.map(({ on }) => on.toString())).toEqual(['2026-04-21'])
  })
})
