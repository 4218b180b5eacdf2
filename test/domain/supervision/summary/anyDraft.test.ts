import fc from 'fast-check'
import type { CaseFacts } from '../../../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../../../domain/chronology/chronologyEvent'
import { englandFamilySafeguarding1 } from '../../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../../domain/policy/policySchedule'
import { summaryDraft, type SummaryDraft } from '../../../../domain/supervision/summary/summaryDraft'
import { titled } from '../../../../domain/supervision/summary/titled'
import { timeline } from '../../../../domain/timeline/timeline'
import { anyFacts } from '../../anyFacts'
import { calendar, day } from '../../facts'
import { anyStory } from '../../properties/anyStory'
import { expectAlways } from '../../properties/expectAlways'

const policy = always(englandFamilySafeguarding1)
const FIRST = day('2026-01-05')

interface Asked {
  readonly given: CaseFacts
  readonly today: CaseFacts['liveSince'] & {}
  readonly lastOn: CaseFacts['liveSince']
}

const asked = (facts: fc.Arbitrary<CaseFacts>, days: number): fc.Arbitrary<Asked> =>
  fc.record({
    given: facts,
    today: fc.nat(days).map((after) => FIRST.plusDays(after)),
    lastOn: fc.option(fc.nat(days).map((after) => FIRST.plusDays(after))),
  })

const dueOf = (given: CaseFacts) => titled(timeline(given, policy, calendar).obligations, policy)
const draftOf = ({ given, today, lastOn }: Asked, due = dueOf(given)): SummaryDraft =>
  summaryDraft(given, due, { lastOn, today, calendar })

const RULES_OF_APPENDING: ReadonlySet<string> = new Set(['goal-set', 'action-agreed'])

/** Facts in which no event is corrected twice, and no day that was named is moved: there the order of appending decides (`effectiveEvents`, `movedOnce`). */
const plainlyCorrected = anyFacts.map((given): CaseFacts => {
  const kinds = new Map(given.events.map(({ id, kind }) => [id, kind]))
  const corrected = new Set<string>()
  const events = given.events.filter(({ supersedes }) => {
    if (supersedes === undefined) return true
    if (corrected.has(supersedes) || RULES_OF_APPENDING.has(kinds.get(supersedes) ?? '')) return false
    corrected.add(supersedes)
    return true
  })
  return { ...given, events }
})

/** Appended in another turn, those of one day in their own: what stands at the end of a day is for their order to say. */
function inOtherTurn(events: readonly ChronologyEvent[], turns: readonly number[]): readonly ChronologyEvent[] {
  const days = events
    .map(({ on }, at) => ({ on: on.toString(), turn: turns[at] ?? 0 }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ on }) => on)
  const waiting = new Map(days.map((on) => [on, events.filter((event) => event.on.toString() === on)]))
  return days.flatMap((on) => waiting.get(on)?.shift() ?? [])
}

const everySentence = ({ since, happened, goals, late, dueNext, lastDecisions, prompts }: SummaryDraft) => [
  since.sentence,
  ...[happened, goals, late, dueNext, lastDecisions].flatMap(({ sentence, lines }) => [
    sentence,
    ...lines.map((line) => line.sentence),
  ]),
  ...prompts.flatMap(({ children }) => children.flatMap(({ sentences }) => sentences)),
]

describe.each([
  { of: 'facts nobody would record on purpose', drawn: asked(anyFacts, 140) },
  { of: 'a case as it mostly goes', drawn: asked(anyStory, 1500) },
])('a summary of $of', ({ of, drawn }) => {
  it('can always be drafted, in whole sentences, and tells nothing from before the last discussion', () => {
    expectAlways(
      `summary of ${of}`,
      drawn,
      (one) => {
        const draft = draftOf(one)
        const family = one.given.children.map(({ id }) => id)
        for (const { on, about } of draft.happened.lines) {
          expect(on.isBefore(one.lastOn ?? one.today.minusMonths(3))).toBe(false)
          expect(family).toEqual(expect.arrayContaining([...about]))
        }
        expect(draft.happened.lines.length).toBeLessThanOrEqual(40)
        for (const sentence of everySentence(draft)) {
          expect(sentence).toMatch(/^[A-Z0-9“].*\.$/)
          expect(sentence).not.toMatch(/\b(obligation|rung|notice|undefined|null|NaN)s?\b/i)
        }
        expect(draft.prompts.find(({ id }) => id === 'each-child')?.children.map(({ child }) => child)).toEqual(family)
      },
      300,
    )
  })
})

describe('the order in which events were appended', () => {
  it('does not change a summary', () => {
    const turns = fc.array(fc.nat(10_000), { minLength: 25, maxLength: 25, size: 'max' })
    expectAlways(
      'shuffled summary',
      fc.tuple(asked(plainlyCorrected, 140), turns),
      ([one, drawn]) => {
        const due = dueOf(one.given)
        const other = { ...one, given: { ...one.given, events: inOtherTurn(one.given.events, drawn) } }
        expect(JSON.stringify(draftOf(other, due))).toBe(JSON.stringify(draftOf(one, due)))
      },
      300,
    )
  })
})
