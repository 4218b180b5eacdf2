import { ENGINE_NAME, isOfThisEngine } from '../../activities/planning/engine'
import { movedBecause } from '../../activities/planning/movedBecause'
import { builtInRules, oneOffDaysIn, rulesOn } from '../../activities/planning/rules'
import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { englandFamilySafeguarding1 as pack } from '../../domain/policy/englandFamilySafeguarding1'
import type { Rule } from '../../domain/policy/policyPack'
import { always, ruleBehind, withVersion, type PolicySchedule } from '../../domain/policy/policySchedule'
import { day, event, facts, obligationsOf } from '../domain/facts'

const named = (id: string, from: string, appliesToOpenWork = false) => ({
  pack: { ...pack, id },
  from: day(from),
  appliesToOpenWork,
})
const schedule = [named('b@1', '2027-03-01', true), named('a@1', '2027-01-04'), named('a@2', '2027-01-04')].reduce(
  withVersion,
  always(pack),
)
const ids = ({ versions }: PolicySchedule): string[] => versions.map((version) => version.pack.id)

describe('the rules in force', () => {
  it('stand in the order of their days, and of two from one day in that of their activation', () => {
    expect(ids(schedule)).toEqual([pack.id, 'a@1', 'a@2', 'b@1'])
  })

  it.each([
    ['2027-01-03', [], 'england-family-safeguarding@1 england-and-wales@2026-11'],
    ['2027-01-04', [], 'england-family-safeguarding@1 a@1/2027-01-04 a@2/2027-01-04 england-and-wales@2026-11'],
    [
      '2027-03-01',
      ['2027-05-10', '2027-06-07'],
      'england-family-safeguarding@1 a@1/2027-01-04 a@2/2027-01-04 b@1/2027-03-01/open-work england-and-wales@2026-11+2027-05-10,2027-06-07',
    ],
  ])('are named on %s, with holidays %j, by just what they are', (on, days, name) => {
    const calendar = englandAndWales(days.map((added) => [added, 'A day'] as const))
    expect(rulesOn(schedule, calendar, day(on)).version).toBe(`${ENGINE_NAME} ${name}`)
    expect(oneOffDaysIn(name)).toEqual(days)
  })

  it('are named with what computes them: after an upgrade that computes otherwise every case is planned again', () => {
    const { version } = builtInRules()
    expect(version).toMatch(/^engine-5\/[0-9a-f]{8} england-family-safeguarding@1 england-and-wales@2026-11$/)
    expect(isOfThisEngine(version)).toBe(true)
    expect(isOfThisEngine('england-family-safeguarding@1 england-and-wales@2026-11')).toBe(false)
    expect(isOfThisEngine(version.replace('engine-5', 'engine-50'))).toBe(false)
  })

  it('a pack that was activated, and is built in with other content today, is the one its ladder is found in', () => {
    const [first, ...others] = pack.rules
    const ladder = [{ role: 'director', afterWorkingDays: 0 }] as const
    const stored = { ...pack, rules: [...(first === undefined ? [] : [{ ...first, ladder }])] }
    const both = withVersion(always(pack), { pack: stored, from: day('2027-01-04'), appliesToOpenWork: true })
    const behind = (rule: string) => ruleBehind(both, { rule, part: '', policy: pack.id })
    expect(behind(first?.id ?? '').ladder).toEqual(ladder)
    expect(behind(others[0]?.id ?? '')).toEqual(others[0])
  })
})

describe('why a date moved', () => {
  const [assessment] = obligationsOf(
    'assessment',
    facts([event('referral-received', '2027-03-08', { source: '2A' }), accepted('2027-03-08')]),
  )
  const assess = (change: Partial<Rule>) => ({
    rules: pack.rules.map((rule) => (rule.id === 'assessment' ? { ...rule, ...change } : rule)),
  })
  const others = [
    { ...named('alike@1', '2026-11-02'), pack: { id: 'alike@1', ...assess({ source: 'x', ladder: [] }) } },
    {
      ...named('shorter@1', '2026-11-02'),
      pack: { id: 'shorter@1', ...assess({ interval: { n: 44, unit: 'working-days' } }) },
    },
  ].reduce(withVersion, schedule)
  const withDays = (...days: string[]) =>
    rulesOn(others, englandAndWales(days.map((added) => [added, 'Added'] as const)), day('2026-12-01'))
  const row = { facts_version: 3, planned_version: 3, rules_version: withDays().version }
  const before = { due_on: '2027-05-12', trigger_on: '2027-03-08', policy: pack.id, moved_because: null }
  const why = (more: Partial<Parameters<typeof movedBecause>[1]> = {}): string | null => {
    if (assessment === undefined) throw new Error('There is no assessment.')
    return movedBecause(assessment, { row, before, rules: withDays('2027-05-10'), ...more })
  }
  const moved = 'moved from 12 May 2027'

  it.each([
    ['a holiday was added', {}, `${moved} because of a bank holiday that was added: 10 May 2027, Added`],
    [
      'of several holidays, the one that lies within',
      { rules: withDays('2027-04-12', '2027-07-05') },
      `${moved} because of a bank holiday that was added: 12 April 2027, Added`,
    ],
    [
      'other rules are followed',
      { before: { ...before, policy: 'old@1' } },
      `${moved} by the rules england-family-safeguarding@1`,
    ],
    ['the date stayed, and had moved before', { before: { ...before, due_on: '2027-05-13', moved_because: 'x' } }, 'x'],
    ['the matter is new', { before: undefined }, null],
    [
      'the trigger was corrected',
      { before: { ...before, trigger_on: '2027-03-05' }, row: { ...row, planned_version: 2 } },
      `${moved}: it counts from 8 March 2027 now, and no longer from 5 March 2027`,
    ],
    ['facts came in as well', { row: { ...row, planned_version: 2 } }, null],
    [
      'other rules are followed, and facts came in as well',
      { row: { ...row, planned_version: 2 }, before: { ...before, policy: 'old@1' } },
      null,
    ],
    [
      'the rules before dated it alike, and a holiday was added',
      { before: { ...before, policy: 'alike@1' }, rules: withDays('2027-05-10') },
      `${moved} because of a bank holiday that was added: 10 May 2027, Added`,
    ],
    ['the rules before dated it alike', { before: { ...before, policy: 'alike@1' }, rules: withDays() }, null],
    [
      'the rules before dated it otherwise',
      { before: { ...before, policy: 'shorter@1' }, rules: withDays() },
      `${moved} by the rules england-family-safeguarding@1`,
    ],
    ['another program planned it, and a holiday was added', { row: { ...row, rules_version: 'x@1 y@1' } }, null],
    [
      'another program planned it, under other rules',
      { row: { ...row, rules_version: 'x@1 y@1' }, before: { ...before, policy: 'old@1' } },
      null,
    ],
    ['the holiday was known', { row: { ...row, rules_version: withDays('2027-05-10').version } }, null],
  ])('%s', (_what, more, said) => {
    expect(assessment?.dueOn.toString()).toBe('2027-05-13')
    expect(why(more)).toBe(said)
  })
})

function accepted(on: string) {
  return event('referral-decided', on, { outcome: 'accepted' })
}
