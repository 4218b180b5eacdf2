import { isoDay } from '../../../../domain/calendar/isoDay'
import { isWorkingDay, workingDaysAfter } from '../../../../domain/calendar/workingDays'
import { rungOfStep } from '../../../../domain/escalation/ladder'
import type { SessionLine } from '../../../../domain/supervision/session/sessionLine'
import type { SessionMatter } from '../../../../domain/supervision/session/sessionMatter'
import { calendar } from '../../facts'
import { expectEveryMorning, type Morning } from './everyMorning'
import { keyOf, look, mattersOf, MINUTE, momentOf, MORNING, noted } from './telling'

const matterOf = ({ facts }: Morning, { step, subject }: SessionLine): SessionMatter =>
  mattersOf(facts).find((one) => one.step === step && one.subject === subject)!

/** Why a line should not have been told on a morning, or undefined. Counted here on its own, from what was told before. */
function tooEarly(morning: Morning, line: SessionLine): string | undefined {
  const { today, told } = morning
  const matter = matterOf(morning, line)
  const rung = rungOfStep(line.tell)
  if (rung === undefined) {
    const { on } = matter.reminders.find(({ step }) => step === line.tell)!
    return momentOf(on, MINUTE) > momentOf(today, MORNING) ? `${line.tell} is for ${on.toString()}` : undefined
  }
  if (!isWorkingDay(today, calendar)) return 'a rung on a day that is no working day'
  const dueOn = line.dueOn.toString()
  const below = told.find(
    ({ step, subject, tell, dueOn: spoken }) =>
      step === line.step && subject === line.subject && tell === `rung-${String(rung - 1)}` && spoken === dueOn,
  )
  if (rung > 1 && below === undefined) return `${line.tell} before the rung below it`
  const from = below === undefined ? matter.dueOn : isoDay(below.toldOn)
  const soonest = workingDaysAfter(matter.ladder[rung - 1]!.afterWorkingDays, from, calendar)
  return soonest.isAfter(today) ? `${line.tell} is for ${soonest.toString()}` : undefined
}

describe('asked every day, while facts become known', () => {
  it('nothing is told before its moment, no rung before the one below it and its working days', () => {
    expectEveryMorning('session in time', (morning) => morning.answer.write.map((line) => tooEarly(morning, line)))
  })

  it('asked again, even late that night, it says nothing and names the same moment', () => {
    expectEveryMorning('session once', ({ today, facts, told, answer }) => {
      const all = [...told, ...noted(answer, today)]
      const again = look(facts, today, all)
      const tonight = look(facts, today, all, 24 * 60 - 1)
      return [
        ...[...again.write, ...tonight.write].map(({ step, tell }) => `said again: ${step} ${tell}`),
        again.nextMoment === answer.nextMoment ? undefined : 'another moment',
      ]
    })
  })

  it('nothing is told twice of one due date', () => {
    expectEveryMorning('session never twice', ({ today, told, answer }) => {
      const said = new Set(told.map(keyOf))
      return noted(answer, today).map((line) => (said.has(keyOf(line)) ? keyOf(line) : undefined))
    })
  })

  it('each reader is told one thing of a matter at a time', () => {
    expectEveryMorning('session newest', ({ answer }) => {
      const readers = answer.write.map(({ step, subject, to }) => [step, subject, to].join(' '))
      return readers.filter((reader, place) => readers.indexOf(reader) !== place)
    })
  })

  it('a matter that is done, has ended or waits does not speak', () => {
    expectEveryMorning('session done', (morning) =>
      morning.answer.write.map((line) =>
        matterOf(morning, line).standing === 'open' ? undefined : `${line.step} is not open`,
      ),
    )
  })

  it('a session is closed when nothing is open or waits, and what waits, waits for something that is open', () => {
    expectEveryMorning('session closed', ({ facts, answer: { write, nextMoment, closed } }) => {
      const standings = new Set(mattersOf(facts).map(({ standing }) => standing))
      const ahead = standings.has('open') || standings.has('waiting')
      return [
        closed === ahead ? `closed: ${String(closed)}` : undefined,
        closed && (write.length > 0 || nextMoment !== null) ? 'closed, and has something to say' : undefined,
        standings.has('waiting') && !standings.has('open') ? 'waits for nothing' : undefined,
      ]
    })
  })
})
