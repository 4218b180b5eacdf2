import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { forecaster, type CaseForecast, type ForecastCase } from './forecastCase'
import { weeksFrom } from './week'
import { foreseenBy, inForceBy, newest, type PolicySchedule } from '../policy/policySchedule'

interface Asked {
  /** Every version that has been activated, also those of days to come. */
  readonly policy: PolicySchedule
  readonly calendar: WorkingCalendar
  readonly today: LocalDate
  readonly weeks: number
}

/** Takes cases one by one, so that a county is never held as a whole, and answers what was found. */
export function collector({ policy, calendar, today, weeks: count }: Asked) {
  const weeks = weeksFrom(today, count)
  const until = (weeks.at(-1)?.monday ?? today).plusDays(6)
  const foreseen = foreseenBy(policy, today, until)
  const forecast = forecaster({ policy: foreseen.policy, calendar, today, until })
  const lines: CaseForecast['lines'][number][] = []
  let cases = 0
  let notKnown = 0
  return {
    add(...[facts, team]: Parameters<ForecastCase>): void {
      const one = forecast(facts, team)
      // One by one: a spread of a county's lines would be more arguments than a call can take.
      for (const line of one.lines) lines.push(line)
      notKnown += one.notKnown
      cases += 1
    },
    found: () => ({
      policy: newest(inForceBy(policy, today)).id,
      toCome: foreseen.toCome.map(({ pack, from, appliesToOpenWork }) => ({
        policy: pack.id,
        from,
        openWork: appliesToOpenWork,
      })),
      calendar: calendar.version,
      today,
      until,
      weeks,
      cases,
      notKnown,
      lines,
    }),
  }
}

export type Found = ReturnType<ReturnType<typeof collector>['found']>
