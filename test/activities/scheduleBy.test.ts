import { scheduleBy } from '../../activities/planning/scheduleBy'
import { RulesUnreadable } from '../../activities/planning/rulesUnreadable'
import type { StoredVersion } from '../../activities/planning/storedVersions'
import { englandFamilySafeguarding1 as builtIn } from '../../domain/policy/englandFamilySafeguarding1'
import { ruleFollowed, versionFor } from '../../domain/policy/policySchedule'
import { policySchema } from '../../domain/policy/policySchema'
import { storedPackSchema } from '../../domain/policy/storedPackSchema'
import { day } from '../domain/facts'

const readable = (name: string, from: string, more: Partial<StoredVersion> = {}): StoredVersion => ({
  ...{ name, from: day(from), appliesToOpenWork: false, read: { pack: { ...builtIn, id: name } } },
  ...more,
})
const unreadable = (from: string, more: Partial<StoredVersion> = {}): StoredVersion =>
  readable('odd@1', from, { read: { problem: 'rules.0.id: a rule this version does not know' }, ...more })
const openWork = { appliesToOpenWork: true }

describe('the schedule of stored versions on 2 March 2027', () => {
  const today = day('2027-03-02')
  const names = (versions: readonly StoredVersion[]): string[] =>
    scheduleBy(versions, today).versions.map(({ pack, from }) => `${pack.id} ${from?.toString() ?? 'always'}`)
  const always = `${builtIn.id} always`

  it.each<[string, readonly StoredVersion[], readonly string[]]>([
    ['whose day lies ahead is left out', [unreadable('2027-03-03')], []],
    [
      'replaced from the same day is not read',
      [unreadable('2027-03-02'), readable('n@1', '2027-03-02')],
      ['n@1 2027-03-02', 'n@1 2027-03-02'],
    ],
    [
      'replaced later for open work too gives it its time',
      [unreadable('2027-02-01'), readable('n@1', '2027-03-02', openWork)],
      ['n@1 2027-02-01', 'n@1 2027-03-02'],
    ],
  ])('an unreadable version %s', (_what, versions, said) => {
    expect(names(versions)).toEqual([always, ...said])
  })

  it.each<[string, readonly StoredVersion[]]>([
    ['nothing follows it', [unreadable('2027-03-02')]],
    ['only what is triggered later follows another', [unreadable('2027-02-01'), readable('n@1', '2027-03-02')]],
    ['open work follows it still', [unreadable('2027-03-02', openWork), readable('n@1', '2027-03-02')]],
    ['its replacement lies ahead', [unreadable('2027-02-01'), readable('n@1', '2027-03-03', openWork)]],
    ['it came after the other of its day', [readable('n@1', '2027-03-02', openWork), unreadable('2027-03-02')]],
    ['its replacement cannot be read either', [unreadable('2027-02-01'), unreadable('2027-03-02', openWork)]],
  ])('an unreadable version stops everything where %s', (_what, versions) => {
    expect(() => names(versions)).toThrow(RulesUnreadable)
  })

  it('says which, where, and both ways out', () => {
    expect(() => names([unreadable('2027-02-01')])).toThrow(
      'The rules odd@1, in force from 1 February 2027, cannot be read by this version of Caseclock (rules.0.id: a rule this version does not know). Start the version that activated them, or activate rules in their place from today, with --open-work.',
    )
  })

  it('what ended under an unreadable version follows the one in its place', () => {
    const schedule = scheduleBy([unreadable('2027-02-01'), readable('n@1', '2027-03-02', openWork)], today)
    const ended = { outcome: 'met', on: day('2027-02-20'), daysLate: 0 } as never
    expect(versionFor(schedule, { triggerOn: day('2027-02-10'), end: ended }).pack.id).toBe('n@1')
    expect(versionFor(schedule, { triggerOn: day('2027-01-10'), end: ended }).pack.id).toBe(builtIn.id)
    const planned = { rule: 'assessment', part: '', policy: 'odd@1' }
    expect(ruleFollowed(schedule, planned).id).toBe('assessment')
  })
})

describe('a stored pack', () => {
  const [first, ...others] = builtIn.rules
  const withFirst = (more: object): object => ({ ...builtIn, rules: [{ ...first, ...more }, ...others] })

  it('is read as it was written', () => {
    expect(storedPackSchema.parse(builtIn)).toEqual(builtIn)
  })

  it.each([
    ['a field of another version', { colour: 'green' }],
    ['a number no file may have today', { interval: { n: 0, unit: 'days', colour: 'green' } }],
    ['a late step with a field more', { late: [{ step: 'late', afterWorkingDays: 1, to: ['director'], x: 1 }] }],
  ])('is read with %s, where a file is refused', (_what, more) => {
    expect(storedPackSchema.parse(withFirst(more))).toEqual(withFirst(more))
    expect(policySchema.safeParse(withFirst(more)).success).toBe(false)
  })

  it.each([
    ['a rule nobody can compute', { id: 'horoscope' }],
    ['a day that does not exist', { validFrom: '2027-02-30' }],
    ['somebody nobody knows', { owner: 'astrologer' }],
    ['no ladder', { ladder: undefined }],
  ])('cannot be read with %s', (_what, more) => {
    expect(storedPackSchema.safeParse(withFirst(more)).success).toBe(false)
  })
})
