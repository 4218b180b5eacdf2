import { agendaOver } from '../../../domain/agenda/agendaOver'
import { englandFamilySafeguarding1 } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { timeline } from '../../../domain/timeline/timeline'
import { calendar, day, event, facts, obligationsOf } from '../facts'

const visit = (on: string) => event('visit-made', on, { seen: false })
const told = (events: Parameters<typeof facts>[0], from: string, to: string) =>
  agendaOver(facts(events), always(englandFamilySafeguarding1), calendar, day(from), day(to)).map(
    ({ on, lane, to: role, rule, step }) => `${on} ${rule} ${step} ${lane} ${role}`,
  )

describe('stall rules: each gives the team manager one escalation that names the evidence, not a score', () => {
  const two = [visit('2026-03-02'), visit('2026-03-12')]

  it('once on the day it is found, then up the ladder, and reminds nobody', () => {
    expect(told(two, '2026-03-01', '2026-05-01')).toEqual([
      '2026-03-12 not-seen-twice late at-once team-manager',
      '2026-03-17 not-seen-twice rung-2 at-once service-manager',
      '2026-03-24 not-seen-twice rung-3 at-once head-of-service',
      '2026-03-31 not-seen-twice rung-4 at-once director',
    ])
  })

  it('after 17:00 of a working day; what is found on another day, on the morning of the next one', () => {
    const late = (on: string) => obligationsOf('not-seen-twice', facts([visit('2026-03-02'), visit(on)]))[0]?.late
    expect(late('2026-03-12')).toEqual([{ step: 'late', on: day('2026-03-12'), at: 'evening', to: ['team-manager'] }])
    const missed = ['a', 'b'].map((whom) => event('appointment-missed', '2026-04-04', { with: whom }, { id: whom }))
    const [found] = obligationsOf('appointments-missed', facts(missed))
    expect(found?.late).toEqual([{ step: 'late', on: day('2026-04-07'), at: 'morning', to: ['team-manager'] }])
    expect(told(missed, '2026-03-01', '2026-04-08')).toEqual([
      '2026-04-07 appointments-missed late at-once team-manager',
    ])
  })

  it('except a child not seen, which is told at once: on the Saturday it is found', () => {
    const weekend = [visit('2026-03-02'), visit('2026-04-04')]
    const [found] = obligationsOf('not-seen-twice', facts(weekend))
    expect(found?.late).toEqual([{ step: 'late', on: day('2026-04-04'), at: 'evening', to: ['team-manager'] }])
    expect(told(weekend, '2026-03-01', '2026-04-08')).toEqual(['2026-04-04 not-seen-twice late at-once team-manager'])
  })

  it('what ended on the day it was found is told to nobody', () => {
    const seen = event('visit-made', '2026-03-13', { seen: true })
    const missed = ['a', 'b'].map((whom) => event('appointment-missed', '2026-03-12', { with: whom }, { id: whom }))
    const progress = event('progress-recorded', '2026-03-12', {})
    expect(told([...missed, progress], '2026-03-01', '2026-05-01')).toEqual([])
    expect(told([...two, seen], '2026-03-01', '2026-05-01')).toEqual([
      '2026-03-12 not-seen-twice late at-once team-manager',
    ])
  })

  it('facts taken back take the stall with them', () => {
    const back = event(
      'visit-made',
      '2026-03-16',
      { seen: false },
      { id: 'back', supersedes: 'visit-made 2026-03-12', void: true },
    )
    expect(told([...two, back], '2026-03-01', '2026-05-01')).toEqual([
      '2026-03-12 not-seen-twice late at-once team-manager',
    ])
    expect(obligationsOf('not-seen-twice', facts([...two, back]))).toEqual([])
  })

  it('what time alone ends is quiet once the time has come', () => {
    const three = ['2026-01-05', '2026-03-02', '2026-06-30'].map((on, index) =>
      event('worker-allocated', on, { person: `w${String(index)}` }),
    )
    expect(told(three, '2026-01-01', '2026-12-01')).toEqual([
      '2026-06-30 worker-changes late at-once team-manager',
      '2026-07-03 worker-changes rung-2 at-once service-manager',
    ])
  })

  it('a stall that the pack gives no number cannot be computed, and says which', () => {
    const without = {
      ...englandFamilySafeguarding1,
      rules: englandFamilySafeguarding1.rules.map(({ count, ...rule }) =>
        rule.id === 'not-seen-twice' || count === undefined ? rule : { ...rule, count },
      ),
    }
    expect(() => timeline(facts(two), always(without), calendar)).toThrow('Rule not-seen-twice has no count.')
  })

  it('no number stands in code: with three in the pack two are none', () => {
    const three = {
      ...englandFamilySafeguarding1,
      rules: englandFamilySafeguarding1.rules.map((rule) => (rule.count === 2 ? { ...rule, count: 3 } : rule)),
    }
    const found = (events: Parameters<typeof facts>[0]) =>
      timeline(facts(events), always(three), calendar).obligations.map(
        ({ rule, dueOn }) => `${rule} ${dueOn.toString()}`,
      )
    expect(found(two)).toEqual([])
    expect(found([...two, visit('2026-03-20')])).toEqual(['not-seen-twice 2026-03-20'])
  })
})
