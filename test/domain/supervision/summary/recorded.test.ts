import { event, facts, planOn, twoChildren } from '../../facts'
import { draftOf, sentences } from './draftOf'

const LAST = '2026-03-10'
const TODAY = '2026-04-07'
const discussed = event('discussed-in-supervision', LAST, { session: 's1' })
const happened = (...events: Parameters<typeof facts>[0]) =>
  draftOf(facts([discussed, ...events], twoChildren), TODAY, LAST).happened

describe('since when a summary tells what was recorded', () => {
  it('is the day of the last discussion', () => {
    expect(draftOf(facts([discussed]), TODAY, LAST).since).toMatchObject({
      state: 'discussed',
      sessions: ['s1'],
      sentence: 'Last discussed on 10 March 2026.',
    })
  })

  it('is three months back where there was none', () => {
    const { since } = draftOf(facts([]), '2026-05-31', null)
    expect(since).toMatchObject({ state: 'never-discussed' })
    expect(since.from.toString()).toBe('2026-02-28')
    expect(since.sentence).toContain('in the last 3 months, from 28 February 2026')
  })
})

describe('what happened since the last discussion', () => {
  it('lists nothing from before it, and the day itself again, oldest first', () => {
    const lines = sentences(
      happened(
        event('core-group-held', '2026-03-24', { quorate: false }),
        event('progress-recorded', '2026-03-09', {}),
        event('consent-recorded', '2026-03-10', { state: 'given' }),
      ),
    )
    expect(lines).toEqual(['Consent recorded on 10 March 2026: given.', 'Core group held on 24 March 2026, inquorate.'])
  })

  it('says so when nothing was recorded', () => {
    expect(happened()).toEqual({ sentence: 'Nothing was recorded since 10 March 2026.', lines: [], more: 0 })
  })

  it('says once what was recorded for each child, and says how often one was recorded twice', () => {
    const missed = (id: string, child: string) =>
      event('appointment-missed', '2026-03-12', { with: 'Dr Mangold' }, { id, children: [child] })
    expect(happened(missed('a', 'c1'), missed('b', 'c2')).lines).toMatchObject([
      { about: [], sentence: 'Appointment missed on 12 March 2026.' },
    ])
    expect(happened(missed('a', 'c1'), missed('b', 'c1')).lines).toMatchObject([
      { about: ['c1'], sentence: 'Appointment missed on 12 March 2026 (recorded 2 times).' },
    ])
  })

  it('is about all children where one record of several is', () => {
    const forAll = event('progress-recorded', '2026-03-12', {}, { id: 'a' })
    const forOne = event('progress-recorded', '2026-03-12', {}, { id: 'b', children: ['c1'] })
    expect(happened(forAll, forOne).lines).toMatchObject([
      { about: [], sentence: 'Progress recorded on 12 March 2026 (recorded 2 times).' },
    ])
  })

  it('shows a corrected event once, as it stands, and nothing that was taken back', () => {
    const first = event('core-group-held', '2026-03-24', { quorate: true }, { id: 'a' })
    const corrected = event('core-group-held', '2026-03-25', { quorate: false }, { id: 'b', supersedes: 'a' })
    const gone = event('core-group-held', '2026-03-25', {}, { id: 'c', supersedes: 'b', void: true })
    expect(sentences(happened(first, corrected))).toEqual(['Core group held on 25 March 2026 (corrected), inquorate.'])
    expect(sentences(happened(first, corrected, gone))).toEqual([])
  })

  it('leaves out an event that was moved by its correction to before the last discussion', () => {
    const first = event('core-group-held', '2026-03-24', {}, { id: 'a' })
    const earlier = event('core-group-held', '2026-03-04', {}, { id: 'b', supersedes: 'a' })
    expect(sentences(happened(first, earlier))).toEqual([])
  })

  it('keeps the newest forty lines and says how many more there are', () => {
    const days = Array.from({ length: 45 }, (_, n) => discussed.on.plusDays(n % 28).toString())
    const many = days.map((on, n) => event(n < 28 ? 'progress-recorded' : 'dispute-raised', on, {}))
    const { lines, more } = happened(...many)
    expect([lines.length, more]).toEqual([40, 5])
    expect(lines.at(-1)?.on.toString()).toBe('2026-04-06')
  })

  it('names no person and repeats no free text about one', () => {
    const told = sentences(
      happened(
        event('worker-allocated', '2026-03-12', { person: 'Mangold' }),
        event('appointment-missed', '2026-03-13', { with: 'Mangold' }),
        event('referral-received', '2026-03-14', { source: 'Mangold' }),
        event('handover-accepted', '2026-03-15', { by: 'Mangold' }),
        event('icpc-not-required', '2026-03-16', { reason: 'Mangold' }),
      ),
    )
    expect(told).toHaveLength(5)
    expect(told.join(' ')).not.toContain('Mangold')
  })

  it('says of a plan which one it is', () => {
    const told = sentences(
      happened(
        event('plan-started', '2026-03-12', { plan: 'cin' }),
        event('plan-ended', '2026-03-20', { plan: 'cin', reason: 'other' }),
        ...planOn('2026-03-20'),
      ),
    )
    expect(told).toEqual([
      'Child in need plan started on 12 March 2026.',
      'Child in need plan ended on 20 March 2026: another reason.',
      'Child protection plan started on 20 March 2026.',
      'Initial child protection conference held on 20 March 2026: a plan is made.',
    ])
  })
})
