import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { day, event, facts, obligationsOf, problemsOf, summary, twoChildren } from '../facts'
import { agreed, GROUNDS, reviewed } from './safetyPlanEvents'

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
    const own = agreed('2026-03-02', 'formal', {}, { children: ['c2'] })
    expect(obligationsOf('safety-plan-review', facts([own], twoChildren)).map(({ subject }) => subject)).toEqual(['c2'])
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
    expect(problemsOf(facts(late))).toMatchObject([{ events: ['child-left 2026-02-01', 'formal 2026-03-02'] }])
    const backwards = [agreed('2026-03-02', 'formal', { validUntil: '2026-02-02' })]
    expect(summary('safety-plan-review', facts(backwards))).toEqual(['2026-04-13 cancelled 2040-01-05'])
    expect(problemsOf(facts(backwards))).toMatchObject([{ events: ['formal 2026-03-02'] }])
  })
})
