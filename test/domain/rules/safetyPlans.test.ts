import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { englandFamilySafeguarding1 } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { sentence } from '../../../domain/timeline/sentence'
import { timeline } from '../../../domain/timeline/timeline'
import { calendar, day, event, facts, obligationsOf, planOn, summary } from '../facts'

type Terms = Partial<Extract<ChronologyEvent, { kind: 'safety-plan-agreed' }>['data']>
const agreed = (on: string, how: 'verbal' | 'handwritten' | 'formal', terms: Terms = {}, more = {}): ChronologyEvent =>
  event('safety-plan-agreed', on, { how, reviewMode: 'six-weekly', ...terms }, { id: `${how} ${on}`, ...more })
const signed = (on: string, role: string, person?: string): ChronologyEvent =>
  event('safety-plan-signed', on, person === undefined ? { role } : { role, person }, {
    id: `${role} ${person ?? ''} ${on}`,
  })
const reviewed = (on: string) => event('safety-plan-reviewed', on, {})
const problems = (events: readonly ChronologyEvent[]) =>
  timeline(facts(events), always(englandFamilySafeguarding1), calendar).problems

/** What can end a safety plan, each on 20 March 2026. */
const GROUNDS: readonly ChronologyEvent[] = [
  event('safety-plan-ended', '2026-03-20', {}),
  event('plan-ended', '2026-03-20', { plan: 'safety', reason: 'other' }),
  event('case-closed', '2026-03-20', { reason: 'RC7' }),
  event('child-left', '2026-03-20', { reason: 'died' }),
  event('child-left', '2026-03-20', { reason: 'moved' }),
]

describe('safety-plan-written: agreed verbally or by hand, 5 d, the formal document made', () => {
  it.each<{ events: ChronologyEvent[]; gives: string[]; because: string }>([
    {
      events: [agreed('2026-03-02', 'verbal')],
      gives: ['2026-03-07 cancelled 2040-01-05'],
      because: 'on a Saturday: it stays where it falls',
    },
    { events: [agreed('2026-03-02', 'formal')], gives: [], because: 'formal from the first' },
    {
      events: [agreed('2026-03-02', 'handwritten'), agreed('2026-03-06', 'formal')],
      gives: ['2026-03-07 met 2026-03-06'],
      because: 'the formal one is the written version of the one that runs',
    },
    {
      events: [agreed('2026-03-02', 'verbal'), agreed('2026-03-10', 'formal')],
      gives: ['2026-03-07 met 2026-03-10'],
      because: 'met late',
    },
    {
      events: [agreed('2026-03-02', 'verbal'), agreed('2026-03-04', 'handwritten'), agreed('2026-03-06', 'formal')],
      gives: ['2026-03-07 met 2026-03-06'],
      because: 'a second note before the document starts no clock',
    },
    {
      events: [agreed('2026-03-02', 'formal'), agreed('2026-04-10', 'handwritten')],
      gives: ['2026-04-15 cancelled 2040-01-05'],
      because: 'an amendment by hand has to be written up',
    },
    {
      events: [agreed('2026-03-06', 'formal'), agreed('2026-03-06', 'verbal')],
      gives: ['2026-03-11 met 2026-03-06'],
      because: 'both on one day, recorded the other way round',
    },
    {
      events: [agreed('2026-03-02', 'verbal', { validUntil: '2026-03-04' }), agreed('2026-03-04', 'formal')],
      gives: ['2026-03-07 met 2026-03-04'],
      because: 'written up on the last day it is valid',
    },
    {
      events: [agreed('2026-03-02', 'verbal', { validUntil: '2026-03-04' }), agreed('2026-03-05', 'formal')],
      gives: ['2026-03-07 cancelled 2026-03-04'],
      because: 'the day after it is a plan of its own',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('safety-plan-written', facts(events))).toEqual(gives)
  })

  it('the worker is reminded 3 and 1 days before, the team manager and the detective sergeant are told a working day late', () => {
    const [one] = obligationsOf('safety-plan-written', facts([agreed('2026-03-31', 'verbal')]))
    // Due on Easter Sunday: reminders on the working days before, lateness on Tuesday.
    expect(one?.dueOn.toString()).toBe('2026-04-05')
    expect(one?.reminders.map(({ step, on, to }) => `${step} ${on.toString()} ${to.join()}`)).toEqual([
      'due-3d 2026-04-02 social-worker',
      'due-1d 2026-04-02 social-worker',
    ])
    expect(one?.late).toMatchObject([{ on: day('2026-04-07'), to: ['team-manager', 'detective-sergeant'] }])
  })
})

describe('safety-plan-signed: formal document made, 2 wd, the team manager’s signature, and the parents’ once they have had their time', () => {
  const document = (terms: Terms = {}) => agreed('2026-03-31', 'formal', terms)
  const parts = (...events: ChronologyEvent[]) =>
    obligationsOf('safety-plan-signed', facts(events)).map(
      ({ part, dueOn, end }) =>
        `${part} ${dueOn.toString()} ${end.outcome}${end.outcome === 'open' ? '' : ` ${end.on.toString()}`}`,
    )
  const open = 'cancelled 2040-01-05'

  it.each<{ events: ChronologyEvent[]; gives: string[]; because: string }>([
    {
      events: [agreed('2026-04-02', 'formal')],
      gives: [`parents 2026-04-08 ${open}`, `team-manager 2026-04-08 ${open}`],
      because: 'two working days over Easter; a document that names nobody needs one parent',
    },
    {
      events: [document(), signed('2026-04-01', 'team-manager'), signed('2026-04-02', 'parent')],
      gives: ['parents 2026-04-02 met 2026-04-02', 'team-manager 2026-04-02 met 2026-04-01'],
      because: 'both have signed',
    },
    {
      events: [document({ timeOfferedUntil: '2026-04-20' }), signed('2026-04-07', 'Team manager')],
      gives: ['team-manager 2026-04-02 met 2026-04-07', `parents 2026-04-20 ${open}`],
      because: 'the parents have time, the manager is late by himself',
    },
    {
      events: [document({ timeOfferedUntil: '2026-04-01' })],
      gives: [`parents 2026-04-02 ${open}`, `team-manager 2026-04-02 ${open}`],
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
      gives: ['parents 2026-04-02 met 2026-04-01', `team-manager 2026-04-02 ${open}`],
      because: 'a refusal is no signature of the manager',
    },
    {
      events: [document(), event('consent-recorded', '2026-03-20', { state: 'refused' })],
      gives: [`parents 2026-04-02 ${open}`, `team-manager 2026-04-02 ${open}`],
      because: 'a refusal before the document is of something else',
    },
    {
      events: [agreed('2026-03-30', 'handwritten'), signed('2026-03-30', 'parent'), document()],
      gives: [`parents 2026-04-02 ${open}`, `team-manager 2026-04-02 ${open}`],
      because: 'what was signed by hand is signed again',
    },
    {
      events: [document({ signatories: ['social-worker', 'team-manager', 'police-officer'] })],
      gives: [`team-manager 2026-04-02 ${open}`],
      because: 'only services are to sign',
    },
    {
      events: [
        document({ signatories: ['parent', 'parent'] }),
        signed('2026-04-01', 'parent', 'p1'),
        signed('2026-04-02', 'parent', 'p1'),
      ],
      gives: [`parents 2026-04-02 ${open}`, `team-manager 2026-04-02 ${open}`],
      because: 'one parent who signs twice is one',
    },
    {
      events: [
        document({ signatories: ['mother', 'father'] }),
        signed('2026-04-01', 'mother'),
        signed('2026-04-02', 'father'),
      ],
      gives: ['parents 2026-04-02 met 2026-04-02', `team-manager 2026-04-02 ${open}`],
      because: 'both parents by their own names',
    },
    {
      events: [document(), agreed('2026-04-20', 'formal'), signed('2026-04-21', 'team-manager')],
      gives: [
        'parents 2026-04-02 cancelled 2026-04-20',
        'team-manager 2026-04-02 cancelled 2026-04-20',
        `parents 2026-04-22 ${open}`,
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

describe('safety-plan-review: safety plan agreed, then last review; 6 weeks, or the date agreed; open until met and no end still get it', () => {
  it.each<{ events: ChronologyEvent[]; gives: string[]; because: string }>([
    ...(['six-weekly', 'until-met', 'no-end', 'date'] as const).map((reviewMode) => ({
      events: [agreed('2026-03-02', 'formal', { reviewMode })],
      gives: ['2026-04-13 cancelled 2040-01-05'],
      because: `${reviewMode}, no date named`,
    })),
    {
      events: [agreed('2026-02-20', 'formal')],
      gives: ['2026-04-02 cancelled 2040-01-05'],
      because: 'Good Friday: due on the working day before',
    },
    {
      events: [agreed('2026-03-02', 'formal', { reviewMode: 'date', reviewOn: '2026-05-31' })],
      gives: ['2026-05-29 cancelled 2040-01-05'],
      because: 'the date agreed, a Sunday',
    },
    {
      events: [agreed('2026-03-02', 'formal'), reviewed('2026-03-30')],
      gives: ['2026-04-13 met 2026-03-30', '2026-05-11 cancelled 2040-01-05'],
      because: 'from the last review on',
    },
    {
      events: [agreed('2026-03-02', 'formal'), reviewed('2026-04-20')],
      gives: ['2026-04-13 met 2026-04-20', '2026-06-01 cancelled 2040-01-05'],
      because: 'met late',
    },
    {
      events: [agreed('2026-03-02', 'formal', { reviewMode: 'date', reviewOn: '2026-04-01' }), reviewed('2026-04-01')],
      gives: ['2026-04-01 met 2026-04-01', '2026-05-13 cancelled 2040-01-05'],
      because: 'the date was for the first review',
    },
    {
      events: [
        agreed('2026-03-02', 'verbal'),
        agreed('2026-03-06', 'formal', { reviewMode: 'date', reviewOn: '2026-03-27' }),
      ],
      gives: ['2026-03-27 cancelled 2040-01-05'],
      because: 'the document names the date; it is the same plan',
    },
    {
      events: [
        agreed('2026-03-02', 'formal', { reviewMode: 'date', reviewOn: '2026-03-27' }),
        agreed('2026-03-30', 'formal', { reviewMode: 'date', reviewOn: '2026-06-01' }),
      ],
      gives: ['2026-03-27 cancelled 2040-01-05'],
      because: 'a date moved after it has passed stays late',
    },
    {
      events: [
        agreed('2026-03-02', 'formal', { reviewMode: 'date', reviewOn: '2026-03-27' }),
        agreed('2026-03-20', 'formal', { reviewMode: 'date', reviewOn: '2026-04-10' }),
        agreed('2026-04-08', 'formal', { reviewMode: 'date', reviewOn: '2026-06-01' }),
      ],
      gives: ['2026-04-10 cancelled 2040-01-05'],
      because: 'moved once, not again and again',
    },
    {
      events: [
        agreed('2026-03-02', 'formal'),
        reviewed('2026-03-30'),
        agreed('2026-03-30', 'formal', { reviewMode: 'date', reviewOn: '2026-04-20' }),
      ],
      gives: ['2026-04-13 met 2026-03-30', '2026-04-20 cancelled 2040-01-05'],
      because: 'the next date agreed at a review',
    },
    {
      events: [agreed('2026-03-02', 'formal', { validUntil: '2026-04-30' })],
      gives: ['2026-04-13 cancelled 2026-04-30'],
      because: 'it stops with the last day it is valid on',
    },
    {
      events: [
        agreed('2026-03-02', 'verbal', { validUntil: '2026-03-10' }),
        agreed('2026-03-06', 'formal', { validUntil: '2026-09-01' }),
      ],
      gives: ['2026-04-13 cancelled 2026-09-01'],
      because: 'the document says how long it is valid now',
    },
    {
      events: [agreed('2026-03-02', 'formal'), ...GROUNDS.slice(0, 1), agreed('2026-03-20', 'formal')],
      gives: ['2026-04-13 cancelled 2026-03-20', '2026-05-01 cancelled 2040-01-05'],
      because: 'ended and agreed anew on one day',
    },
  ])('$because', ({ events, gives }) => {
    expect(summary('safety-plan-review', facts(events))).toEqual(gives)
  })

  it.each(GROUNDS)('$kind $data takes the review and the signatures away', (ground) => {
    const given = facts([agreed('2026-03-02', 'handwritten'), agreed('2026-03-18', 'formal'), ground])
    expect(summary('safety-plan-review', given)).toEqual(['2026-04-13 cancelled 2026-03-20'])
    expect(summary('safety-plan-signed', given)).toEqual(Array(2).fill('2026-03-20 cancelled 2026-03-20'))
    expect(summary('safety-plan-written', given)).toEqual(['2026-03-07 met 2026-03-18'])
  })

  it('the eighteenth birthday does too', () => {
    const children = [{ id: 'c1', bornOn: day('2008-03-25'), expectedOn: null }]
    const given = facts([agreed('2026-03-02', 'formal')], { children })
    expect(summary('safety-plan-review', given)).toEqual(['2026-04-13 cancelled 2026-03-25'])
  })

  it('a plan outlives a closing that was followed by a reopening', () => {
    const again = [event('case-closed', '2026-03-20', { reason: 'RC7' }), event('case-reopened', '2026-03-25', {})]
    expect(summary('safety-plan-review', facts([agreed('2026-03-02', 'formal'), ...again]))).toEqual([
      '2026-04-13 cancelled 2040-01-05',
    ])
  })

  it('each child of the family has its own, and an earlier agreement recorded late moves no later key', () => {
    const children = ['c1', 'c2'].map((id) => ({ id, bornOn: day('2022-01-05'), expectedOn: null }))
    const own = agreed('2026-03-02', 'formal', {}, { children: ['c2'] })
    expect(obligationsOf('safety-plan-review', facts([own], { children })).map(({ subject }) => subject)).toEqual([
      'c2',
    ])
    const keys = (events: readonly ChronologyEvent[]) =>
      obligationsOf('safety-plan-review', facts(events)).map(({ trigger }) => trigger)
    const later = [agreed('2026-03-06', 'formal'), reviewed('2026-04-07')]
    expect(keys(later)).toEqual(['formal 2026-03-06', 'safety-plan-reviewed 2026-04-07'])
    expect(keys([...later, reviewed('2026-03-20')])).toEqual([
      'formal 2026-03-06',
      'safety-plan-reviewed 2026-03-20',
      'safety-plan-reviewed 2026-04-07',
    ])
  })

  it('a corrected agreement keeps its key, one taken back has none', () => {
    const first = agreed('2026-03-02', 'formal')
    const moved = agreed('2026-03-09', 'formal', {}, { supersedes: 'formal 2026-03-02' })
    const [one, ...more] = obligationsOf('safety-plan-review', facts([first, moved]))
    expect([one?.trigger, one?.dueOn.toString(), more]).toEqual(['formal 2026-03-02', '2026-04-20', []])
    const taken = agreed('2026-03-09', 'formal', {}, { supersedes: 'formal 2026-03-02', void: true })
    expect(summary('safety-plan-review', facts([first, taken]))).toEqual([])
  })

  it('a plan agreed after death, or valid until before it began, is a problem', () => {
    const died = event('child-left', '2026-02-01', { reason: 'died' })
    const late = [died, agreed('2026-03-02', 'formal')]
    expect(summary('safety-plan-review', facts(late))).toEqual([])
    expect(problems(late)).toMatchObject([{ events: ['child-left 2026-02-01', 'formal 2026-03-02'] }])
    const backwards = [agreed('2026-03-02', 'formal', { validUntil: '2026-02-02' })]
    expect(summary('safety-plan-review', facts(backwards))).toEqual(['2026-04-13 cancelled 2040-01-05'])
    expect(problems(backwards)).toMatchObject([{ events: ['formal 2026-03-02'] }])
  })
})

describe('visit-safety-plan: only where this plan asks for it, every 5 d while both plans run', () => {
  const goal = (on: string, data: object = {}) =>
    event('goal-set', on, {
      ...{
        goal: 'seen',
        plan: 'safety',
        change: 'seen',
        sign: 'seen',
        by: '2026-06-01',
        otherwise: 'x',
        otherwiseBy: '2026-06-08',
      },
      ...{ agency: 'Social care', frequency: 'every 5 days' },
      ...data,
    })
  const safety = agreed('2026-03-02', 'formal')
  const both = [...planOn('2026-02-02'), safety]
  const seen = (on: string, was = true) => event('visit-made', on, { seen: was })

  it.each<{ events: ChronologyEvent[]; gives: string[]; because: string }>([
    { events: both, gives: [], because: 'a plan that does not ask' },
    { events: [safety, goal('2026-03-02')], gives: [], because: 'no child protection plan' },
    {
      events: [...both, goal('2026-03-02')],
      gives: ['2026-03-07 cancelled 2040-01-05'],
      because: 'agreed during the protection plan',
    },
    {
      events: [
        ...both,
        goal('2026-03-02', { plan: 'formal 2026-03-02', frequency: 'five days', agency: 'Children’s Services' }),
      ],
      gives: ['2026-03-07 cancelled 2040-01-05'],
      because: 'by the agreement’s id and in words',
    },
    { events: [...both, goal('2026-03-02', { agency: 'school nurse' })], gives: [], because: 'another agency’s goal' },
    { events: [...both, goal('2026-03-02', { frequency: 'every 2 weeks' })], gives: [], because: 'another frequency' },
    { events: [...both, goal('2026-03-02', { plan: 'cpp' })], gives: [], because: 'a goal of another plan' },
    {
      events: [safety, goal('2026-03-02'), ...planOn('2026-03-10')],
      gives: ['2026-03-15 cancelled 2040-01-05'],
      because: 'from the protection plan, if later',
    },
    {
      events: [...both, goal('2026-03-12')],
      gives: ['2026-03-17 cancelled 2040-01-05'],
      because: 'from the goal, if it came later',
    },
    {
      events: [...both, goal('2026-03-02'), seen('2026-03-06'), seen('2026-03-09', false)],
      gives: ['2026-03-07 met 2026-03-06', '2026-03-11 cancelled 2040-01-05'],
      because: 'from the last visit with the child seen',
    },
    {
      events: [...both, goal('2026-03-02'), event('goal-reviewed', '2026-03-05', { goal: 'seen', outcome: 'met' })],
      gives: ['2026-03-07 cancelled 2026-03-05'],
      because: 'until the goal is met',
    },
    {
      events: [...both, goal('2026-03-02'), GROUNDS[0] as ChronologyEvent],
      gives: ['2026-03-07 cancelled 2026-03-20'],
      because: 'until the safety plan ends',
    },
    {
      events: [...both, goal('2026-03-02'), event('plan-ended', '2026-03-04', { plan: 'cpp', reason: 'moved' })],
      gives: ['2026-03-07 cancelled 2026-03-04'],
      because: 'until the protection plan ends',
    },
    {
      events: [
        ...both,
        goal('2026-03-02'),
        goal('2026-03-03', { goal: 'second' }),
        seen('2026-03-06'),
        event('goal-reviewed', '2026-03-08', { goal: 'seen', outcome: 'met' }),
      ],
      gives: ['2026-03-07 met 2026-03-06', '2026-03-08 met 2026-03-06', '2026-03-11 cancelled 2040-01-05'],
      because: 'a second goal that asks goes on asking',
    },
  ])('$because', ({ events, gives }) => {
    expect(summary('visit-safety-plan', facts(events))).toEqual(gives)
  })
})
