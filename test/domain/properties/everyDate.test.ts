import { lastWorkingDayUpTo } from '../../../domain/calendar/workingDays'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { Obligation } from '../../../domain/timeline/obligation'
import { calendar, facts, planOn } from '../facts'
import { anyStory } from './anyStory'
import { expectAlways } from './expectAlways'
import { planned } from './planned'

const about = ({ rule, subject, trigger, triggerOn, dueOn, limitOn, explanation }: Obligation): string =>
  `${rule} of ${subject} from ${trigger} on ${triggerOn.toString()}: due ${dueOn.toString()}, limit ${limitOn.toString()} (${explanation.map(({ step }) => step).join(', ')})`

/** Dates that may lie before what they run from: a day the facts name themselves, and a second limit counted from an earlier event. */
const mayLieBefore = ({ explanation }: Obligation): boolean =>
  explanation.some(({ step }) => step === 'day-named' || step === 'sooner')

/** What is wrong with one date of a story, in words; every date is asked all of it. */
const WRONG: Readonly<Record<string, (one: Obligation, of: Pick<CaseFacts, 'events'>) => boolean>> = {
  'before its trigger': (one) => !mayLieBefore(one) && one.dueOn.isBefore(one.triggerOn),
  'a reminder before its trigger': ({ reminders, triggerOn }) => reminders.some(({ on }) => on.isBefore(triggerOn)),
  'rolled forward': ({ dueOn, limitOn, triggerOn }) =>
    dueOn.isAfter(limitOn) ||
    ![limitOn, lastWorkingDayUpTo(limitOn, calendar), triggerOn].some((day) => day.equals(dueOn)),
  'silent, or wrong, about bank holidays that are not yet published': ({ kind, explanation, limitOn }) =>
    kind === 'obligation' &&
    explanation.some(({ step }) => step === 'holidays-computed') !== limitOn.isAfter(calendar.publishedTo),
  // Of a goal whose own other step has begun nobody above needs to hear.
  'told to nobody': ({ late, reminders, rule, subject }, { events }) =>
    late.length + reminders.length === 0 &&
    !(rule === 'goal' && events.some((event) => event.kind === 'contingency-started' && event.data.goal === subject)),
  'late in another order than that of the days': ({ late }) =>
    late.some(({ on }, index) => late[index - 1]?.on.isAfter(on) === true),
}

describe('no date of any story', () => {
  it(`is ${Object.keys(WRONG).join('; ')}`, () => {
    expectAlways('every date', anyStory, (story) => {
      for (const one of planned(story).obligations)
        for (const [wrong, isWrong] of Object.entries(WRONG))
          if (isWrong(one, story)) throw new Error(`${wrong}: ${about(one)}`)
    })
  })

  it('and each of these would be found', () => {
    const [first] = planned(facts(planOn('2026-03-02'))).obligations
    if (first === undefined) throw new Error('a plan gives obligations')
    const { triggerOn, limitOn } = first
    const spoiled: readonly Partial<Obligation>[] = [
      { explanation: [], dueOn: triggerOn.minusDays(1) },
      { reminders: [{ step: 'due-0', on: triggerOn.minusDays(1), at: 'morning', to: ['social-worker'] }] },
      { dueOn: limitOn.plusDays(1) },
      { limitOn: calendar.publishedTo.plusDays(1) },
      { late: [], reminders: [] },
      { late: [limitOn.plusDays(9), limitOn].map((on) => ({ step: 'late', on, at: 'morning', to: ['team-manager'] })) },
    ]
    const found = spoiled.map((change) =>
      Object.values(WRONG).map((isWrong) => isWrong({ ...first, ...change }, facts([]))),
    )
    expect(found.map((answers, index) => answers[index])).toEqual(spoiled.map(() => true))
    expect(Object.values(WRONG).some((isWrong) => isWrong(first, facts([])))).toBe(false)
  })
})
