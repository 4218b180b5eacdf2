import { event, facts, planOn, summary, twoChildren } from '../facts'
import { byTrigger, circulated, coreGroup, icpc, review, transferHeld } from './conferenceEvents'
import { closed, left, takenBack } from './grounds'
import { stateOf, toldOf } from './telling'

describe('conference-decision and conference-record: 1 and 20 working days from a conference held until circulated', () => {
  it.each([
    { events: [icpc('2026-04-02')], gives: ['2026-04-07 open', '2026-05-05 open'], because: 'Easter does not count' },
    { events: [transferHeld('2026-04-02')], gives: ['2026-04-07 open', '2026-05-05 open'], because: 'transfer-in' },
    { events: [coreGroup('2026-04-02')], gives: [], because: 'a core group is no conference' },
    {
      events: [icpc('2026-04-02'), circulated('2026-04-07', 'decision', 'icpc-held 2026-04-02')],
      gives: ['2026-04-07 met 2026-04-07', '2026-05-05 open'],
      because: 'the decision is not the record',
    },
    {
      events: [icpc('2026-04-02'), circulated('2026-05-05', 'record', 'icpc-held 2026-04-02')],
      gives: ['2026-04-07 open', '2026-05-05 met 2026-05-05'],
      because: 'nor the record the decision',
    },
    {
      events: [icpc('2026-04-02'), circulated('2026-04-07', 'decision', 'another')],
      gives: ['2026-04-07 open', '2026-05-05 open'],
      because: 'another meeting',
    },
    {
      events: [...planOn('2026-01-05').slice(1), review('2026-04-02', 'end', true)],
      gives: ['2026-04-07 open', '2026-05-05 open'],
      because: 'the end of the plan it ended leaves it owed',
    },
    {
      events: [icpc('2026-04-02'), left('2026-04-03', 'moved')],
      gives: ['2026-04-07 open', '2026-05-05 open'],
      because: 'moved away',
    },
    {
      events: [icpc('2026-04-02'), left('2026-04-03', 'died')],
      gives: ['2026-04-07 cancelled 2026-04-03', '2026-05-05 cancelled 2026-04-03'],
      because: 'after a child has died nothing goes out',
    },
    {
      events: [icpc('2026-04-02'), closed('2026-04-03')],
      gives: ['2026-04-07 cancelled 2026-04-03', '2026-05-05 cancelled 2026-04-03'],
      because: 'the case closed',
    },
    {
      events: [
        icpc('2026-04-02'),
        event('icpc-held', '2026-04-02', { outcome: 'plan' }, { id: 'imported' }),
        circulated('2026-04-07', 'decision', 'imported'),
      ],
      gives: ['2026-04-07 met 2026-04-07', '2026-05-05 open'],
      because: 'two records of one day are one conference, and either names it',
    },
  ])('$gives: $because', ({ events, gives }) => {
    const given = facts(events)
    expect([...summary('conference-decision', given), ...summary('conference-record', given)]).toEqual(gives)
  })

  it('is met late after its day, and told to the conference service first', () => {
    const late = facts([icpc('2026-04-02'), circulated('2026-04-08', 'decision', 'icpc-held 2026-04-02')])
    expect(stateOf('conference-decision', late)).toEqual(['met-late'])
    expect(toldOf('conference-decision', facts([icpc('2026-04-02')]))).toEqual([
      '2026-04-08 morning late conference-service',
    ])
    expect(toldOf('conference-record', facts([icpc('2026-04-02')]))).toEqual([
      '2026-04-30 due-2wd conference-service',
      '2026-05-06 morning late conference-service',
    ])
  })

  it('any version of the conference names it, and a correction keeps the name', () => {
    const corrected = event(
      'icpc-held',
      '2026-04-01',
      { outcome: 'plan' },
      { id: 'x', supersedes: 'icpc-held 2026-04-02' },
    )
    for (const name of ['icpc-held 2026-04-02', 'x']) {
      const given = facts([icpc('2026-04-02'), corrected, circulated('2026-04-02', 'decision', name)])
      expect(byTrigger('conference-decision', given)).toEqual(['icpc-held 2026-04-02: 2026-04-02 met 2026-04-02'])
    }
    expect(summary('conference-decision', facts([icpc('2026-04-02'), takenBack(icpc('2026-04-02'))]))).toEqual([])
  })

  it('siblings recorded one by one share the meeting: its name, or the event of either, names it for both', () => {
    const held = (child: string) =>
      event('icpc-held', '2026-04-02', { outcome: 'plan', meeting: 'm1' }, { id: `held ${child}`, children: [child] })
    for (const name of ['m1', 'held c1', 'held c2']) {
      const given = facts([held('c1'), held('c2'), circulated('2026-04-07', 'decision', name)], twoChildren)
      expect(stateOf('conference-decision', given)).toEqual(['met', 'met'])
    }
    const only = { ...circulated('2026-04-07', 'decision', 'm1'), children: ['c1'] }
    expect(stateOf('conference-decision', facts([held('c1'), held('c2'), only], twoChildren))).toEqual([
      'met',
      'overdue',
    ])
  })

  it('one that shares its meeting with a conference held again later is met by its own circulation', () => {
    const again = (on: string, quorate: boolean) => event('icpc-held', on, { outcome: 'plan', quorate, meeting: 'm1' })
    const given = facts([
      again('2026-03-25', false),
      circulated('2026-03-26', 'decision', 'm1'),
      again('2026-04-02', true),
    ])
    expect(summary('conference-decision', given)).toEqual(['2026-03-26 met 2026-03-26', '2026-04-07 open'])
  })
})
