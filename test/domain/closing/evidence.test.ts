import { concerned } from '../../../domain/chronology/misfits/concerned'
import { closingNumbers } from '../../../domain/closing/closingNumbers'
import { evidenceProblem, type Evidence } from '../../../domain/closing/evidenceProblem'
import { levelsProblem } from '../../../domain/closing/levels'
import { day, event, facts } from '../facts'

const seen = event('visit-made', '2026-06-01', { seen: true })
const evidence = (more: Partial<Evidence> = {}): Evidence => ({
  ...{ changeSince: '2026-03-10', childSeenOn: '2026-06-01', chronologyRead: true },
  ...{ tried: 'a family meeting', whoNotices: 'the school' },
  ...more,
})
const problem = (more: Partial<Evidence>, given = facts([seen])) =>
  evidenceProblem(evidence(more), { on: day('2026-06-10'), children: concerned(given, {}) })

describe('what shows that a case may be stepped down or closed (handbook 9)', () => {
  it.each<[string, Partial<Evidence>]>([
    ['change for just as long as is asked for', {}],
    ['less, with a reason', { changeSince: '2026-06-01', sooner: 'the family moves abroad' }],
  ])('is enough: %s', (_what, more) => {
    expect(problem(more)).toBeUndefined()
  })

  it.each<[string, Partial<Evidence>, string]>([
    ['change for a day less', { changeSince: '2026-03-11' }, 'less than 3 months'],
    ['less, with a blank reason', { changeSince: '2026-06-01', sooner: ' ' }, 'less than 3 months'],
    ['change in days to come', { changeSince: '2026-06-11' }, 'lies after'],
    ['a child seen in days to come', { childSeenOn: '2026-06-11' }, 'lies after'],
    ['a day on which no visit is recorded', { childSeenOn: '2026-06-02' }, '2 June 2026'],
    ['nothing tried', { tried: ' ' }, 'what was tried'],
    ['nobody who notices', { whoNotices: '' }, 'who will notice'],
  ])('is not enough: %s', (_what, more, says) => {
    expect(problem(more)).toContain(says)
  })

  it('a visit without the child seen does not count, except to the parents before the birth', () => {
    const unseen = [event('visit-made', '2026-06-01', { seen: false })]
    expect(problem({}, facts(unseen))).toContain('No visit')
    const unborn = facts(unseen, { children: [{ id: 'c1', bornOn: null, expectedOn: day('2026-08-01') }] })
    expect(problem({}, unborn)).toBeUndefined()
  })

  it('the months come with where they are from', () => {
    expect(closingNumbers.changeHeldMonths).toBe(3)
    expect(closingNumbers.source).toContain('Ofsted')
  })
})

describe('a step down', () => {
  it.each([
    ['cpp', 'cin', undefined],
    ['plo', 'universal', undefined],
    ['cin', 'cpp', 'no step down'],
    ['cin', 'cin', 'no step down'],
    ['cpp', 'nothing', 'nothing is no level'],
  ])('from %s to %s', (from, to, says) => {
    expect(levelsProblem(from, to) ?? 'taken').toContain(says ?? 'taken')
  })
})
