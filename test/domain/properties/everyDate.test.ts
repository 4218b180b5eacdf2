import { lastWorkingDayUpTo } from '../../../domain/calendar/workingDays'
import type { Obligation } from '../../../domain/timeline/obligation'
import { calendar } from '../facts'
import { anyStory } from './anyStory'
import { expectAlways } from './expectAlways'
import { planned } from './planned'

const about = ({ rule, subject, trigger, triggerOn, dueOn, limitOn, explanation }: Obligation): string =>
  `${rule} of ${subject} from ${trigger} on ${triggerOn.toString()}: due ${dueOn.toString()}, limit ${limitOn.toString()} (${explanation.map(({ step }) => step).join(', ')})`

/** Dates that may lie before what they run from: a day the facts name themselves, and a second limit counted from an earlier event. */
const mayLieBefore = ({ explanation }: Obligation): boolean =>
  explanation.some(({ step }) => step === 'day-named' || step === 'sooner')

describe('every date of every story', () => {
  it('is never before its trigger, but for a day the facts name and the last day of all; no reminder is either', () => {
    expectAlways('not before its trigger', anyStory, (story) => {
      for (const one of planned(story).obligations) {
        if (!mayLieBefore(one) && one.dueOn.isBefore(one.triggerOn)) throw new Error(about(one))
        for (const { step, on } of one.reminders)
          if (on.isBefore(one.triggerOn))
            throw new Error(`${step} on ${on.toString()}, before its trigger: ${about(one)}`)
      }
    })
  })

  it('is never rolled forward: due on the limit, on the working day before it, or on the trigger’s own day', () => {
    expectAlways('never forward', anyStory, (story) => {
      for (const one of planned(story).obligations) {
        const { dueOn, limitOn, triggerOn } = one
        const allowed = [limitOn, lastWorkingDayUpTo(limitOn, calendar), triggerOn]
        if (dueOn.isAfter(limitOn) || !allowed.some((day) => day.equals(dueOn))) throw new Error(about(one))
      }
    })
  })

  it('says so when it rests on bank holidays that are not yet published, and only then', () => {
    expectAlways('computed holidays', anyStory, (story) => {
      for (const one of planned(story).obligations.filter(({ kind }) => kind === 'obligation')) {
        const says = one.explanation.some(({ step }) => step === 'holidays-computed')
        if (says !== one.limitOn.isAfter(calendar.publishedTo)) throw new Error(about(one))
      }
    })
  })

  it('has somebody who is told of it, and of its lateness in the order of the days', () => {
    expectAlways('late is told', anyStory, (story) => {
      for (const one of planned(story).obligations) {
        if (one.late.length + one.reminders.length === 0) throw new Error(`nobody is told: ${about(one)}`)
        const days = one.late.map(({ on }) => on.toString())
        expect(days).toEqual([...days].sort())
      }
    })
  })
})
