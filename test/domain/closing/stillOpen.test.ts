import fc from 'fast-check'
import { englandFamilySafeguarding1 as policy } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { openOf, stillOpen } from '../../../domain/closing/stillOpen'
import { decidedOf } from '../../../domain/closing/undecided'
import { keyOf } from '../../../domain/timeline/obligation'
import { SEED } from '../../seed'
import { anyFacts } from '../anyFacts'
import { calendar, day, event, facts, planOn } from '../facts'

const by = (today: string) => ({ policy: always(policy), calendar, today: day(today) })
const closing = (on: string) => [{ kind: 'case-closed', on: day(on), data: { reason: 'done' } } as const]
const rules = (list: readonly { readonly rule: string }[]) => [...new Set(list.map(({ rule }) => rule))].sort()

describe('what is open when a case closes', () => {
  it('falls away, but for the follow-ups; and its own look-backs begin', () => {
    const given = facts([
      ...planOn('2026-03-18'),
      event('review-held', '2026-06-10', { outcome: 'end', quorate: true }),
      event('information-requested', '2026-06-08', { agency: 'school' }),
    ])
    const found = stillOpen(given, closing('2026-06-15'), by('2026-06-15'))
    expect(rules(found.fallsAway)).toEqual(['conference-decision', 'conference-record', 'information-request'])
    expect(rules(found.goesOn)).toEqual(['cpp-follow-up-3m', 'cpp-follow-up-6m'])
    expect(rules(found.begins)).toEqual(['closure-follow-up'])
  })

  it('is what falls away and what goes on, each once, whatever the facts', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const on = given.events.map((one) => one.on).reduce((a, b) => (a.isAfter(b) ? a : b))
        const when = { ...by('2026-01-01'), today: on }
        const { fallsAway, goesOn } = stillOpen(given, closing(on.toString()), when)
        expect([...fallsAway, ...goesOn].map(keyOf).sort()).toEqual(openOf(given, when).map(keyOf).sort())
      }),
      { seed: SEED, numRuns: 100 },
    )
  })
})

describe('what is decided of it', () => {
  const open = [
    { rule: 'visit', subject: 'c1' },
    { rule: 'visit', subject: 'c2' },
    { rule: 'goal', subject: 'school' },
  ]

  it('is said of every one of a rule, or of one subject, which counts before the other', () => {
    const decisions = [
      { rule: 'visit', decision: 'the health visitor goes' },
      { rule: 'visit', subject: 'c2', decision: 'moved away' },
      { rule: 'goal', subject: 'school', decision: 'met' },
    ]
    expect(decidedOf(open, decisions)).toEqual({
      decided: [
        { rule: 'visit', subject: 'c1', decision: 'the health visitor goes' },
        { rule: 'visit', subject: 'c2', decision: 'moved away' },
        { rule: 'goal', subject: 'school', decision: 'met' },
      ],
      undecided: [],
      stray: [],
    })
  })

  it('names what is left, also where the words are blank, and what is about nothing', () => {
    const { undecided, stray } = decidedOf(open, [
      { rule: 'visit', decision: ' ' },
      { rule: 'review-next', decision: 'x' },
      { rule: 'goal', subject: 'teeth', decision: 'x' },
    ])
    expect(undecided).toEqual(open)
    expect(stray.map(({ rule }) => rule)).toEqual(['review-next', 'goal'])
  })
})
