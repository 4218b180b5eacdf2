import { knownOn } from '../../../../domain/chronology/knownOn'
import { lastDiscussion } from '../../../../domain/supervision/summary/lastDiscussion'
import { summaryDraft } from '../../../../domain/supervision/summary/summaryDraft'
import { calendar, day, event, facts } from '../../facts'
import { draftOf, sentences } from './draftOf'

const LAST = '2026-03-10'
const TODAY = '2026-04-07'
const discussed = [
  event('discussed-in-supervision', '2026-02-10', { session: 's0' }),
  event('discussed-in-supervision', LAST, { session: 's1' }),
]
const agreed = (action: string, by: string, on = LAST, meeting = 's1', more: Parameters<typeof event>[3] = {}) =>
  event('action-agreed', on, { action, owner: 'health visitor', by, meeting }, { id: action, ...more })
const done = (action: string, on: string) => event('action-done', on, { action })

const given = (...events: Parameters<typeof facts>[0]) => facts([...discussed, ...events])
const decisions = (...events: Parameters<typeof facts>[0]) => draftOf(given(...events), TODAY, LAST).lastDecisions

describe('the decisions of the last discussion', () => {
  it('show an action that was done as done, with its date', () => {
    const { lines, sentence } = decisions(agreed('ring school', '2026-03-20'), done('ring school', '2026-03-18'))
    expect(lines).toMatchObject([
      { action: 'ring school', owner: 'health visitor', now: { state: 'done', daysLate: 0 } },
    ])
    expect(sentence).toBe('1 action was agreed at the last discussion or since: 1 done.')
    expect(lines[0]?.sentence).toBe('“ring school”, health visitor, by 20 March 2026: done on 18 March 2026.')
  })

  it('say of one that was done late how late', () => {
    expect(sentences(decisions(agreed('ring', '2026-03-20'), done('ring', '2026-03-23')))[0]).toMatch(
      /done on 23 March 2026, (3 days|1 working day) late\.$/,
    )
  })

  it('say of one that is not done how late it is', () => {
    const { lines } = decisions(agreed('ring', '2026-03-20'))
    expect(lines[0]?.now).toMatchObject({ state: 'late' })
    expect(lines[0]?.sentence).toMatch(
      /^“ring”, health visitor, by 20 March 2026: not done, \d+ (working )?days late\.$/,
    )
  })

  it('say of one whose date lies ahead that it is not done yet', () => {
    expect(sentences(decisions(agreed('ring', '2026-04-20')))).toEqual([
      '“ring”, health visitor, by 20 April 2026: not done yet.',
    ])
  })

  it('say of one that the closing of the case ended that it is no longer needed', () => {
    const closed = event('case-closed', '2026-03-30', { reason: 'RC7' })
    expect(sentences(decisions(agreed('ring', '2026-04-20'), closed))).toEqual([
      '“ring”, health visitor, by 20 April 2026: no longer needed since 30 March 2026.',
    ])
  })

  it('hold the date that was moved in time, and say it once', () => {
    const moved = agreed('ring', '2026-04-20', '2026-03-16', 's1', { id: 'moved', supersedes: 'ring' })
    expect(sentences(decisions(agreed('ring', '2026-03-20'), moved))).toEqual([
      '“ring”, health visitor, by 20 April 2026: not done yet.',
    ])
  })

  it('are those of that session and those since, in whatever meeting; not those of the session before', () => {
    const { lines } = decisions(
      agreed('of the session', '2026-03-20'),
      agreed('since', '2026-04-20', '2026-03-24', 'core-group'),
      agreed('before', '2026-03-20', '2026-02-10', 's0'),
    )
    expect(lines.map(({ action }) => action)).toEqual(['of the session', 'since'])
  })

  it('are not told a second time among what happened', () => {
    const draft = draftOf(given(agreed('ring', '2026-03-20'), done('ring', '2026-03-18')), TODAY, LAST)
    expect(draft.happened.lines).toEqual([])
    const older = draftOf(
      given(agreed('old', '2026-04-20', '2026-02-10', 's0'), done('old', '2026-03-18')),
      TODAY,
      LAST,
    )
    expect(sentences(older.happened)).toEqual(['Action done on 18 March 2026: “old”.'])
  })

  it('say so when nothing was agreed', () => {
    expect(decisions()).toEqual({ sentence: 'No action was agreed at the last discussion or since.', lines: [] })
  })

  it('are told from the record where the rules leave actions out', () => {
    const facts1 = given(agreed('ring', '2026-03-20'), agreed('write', '2026-03-20'), done('ring', '2026-03-18'))
    const { lastDecisions } = summaryDraft(facts1, [], { lastOn: day(LAST), today: day(TODAY), calendar })
    expect(sentences(lastDecisions)).toEqual([
      '“ring”, health visitor, by 20 March 2026: done on 18 March 2026.',
      '“write”, health visitor, by 20 March 2026: not done, 18 days late.',
    ])
  })
})

describe('the last discussion', () => {
  it('is the newest session in which the case was discussed, up to a day', () => {
    const known = knownOn(given(), day(TODAY))
    expect(lastDiscussion(known, day(TODAY))).toEqual({ session: 's1', on: day(LAST) })
    expect(lastDiscussion(known, day('2026-03-09'))).toEqual({ session: 's0', on: day('2026-02-10') })
    expect(lastDiscussion(known, day('2026-01-01'))).toBeNull()
  })
})
