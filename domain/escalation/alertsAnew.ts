import type { LocalDate } from '@js-joda/core'
import { workingDaysAfter } from '../calendar/workingDays'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { EscalationNumbers } from '../policy/policyPack'
import { keyOf, type Obligation } from '../timeline/obligation'
import { membersOf, type Matter } from './matters'

/** An alert that is open: what it speaks of, by key, and the highest rung told. */
export interface StandingAlert {
  readonly id: string
  readonly leads: ReadonlySet<string>
  readonly members: ReadonlySet<string>
  readonly rung: number
}

/** What left an alert, or was in it when it ended. */
export interface EndedAlert {
  readonly about: readonly Pick<Obligation, 'rule' | 'subject'>[]
  readonly endedOn: LocalDate
  readonly rung: number
}

/** What becomes of the alerts of a case. */
export interface AlertsAnew {
  /** Goes on, about this matter; `from`: other alerts that go on in it. */
  readonly goesOn: readonly { readonly id: string; readonly matter: Matter; readonly from: readonly string[] }[]
  /** Begins; `rung`: where an earlier alert of the matter stood, 0 for none. */
  readonly opens: readonly { readonly matter: Matter; readonly rung: number }[]
  /** Nothing that it was opened for is late any more. */
  readonly over: readonly string[]
}

interface Around {
  readonly matters: readonly Matter[]
  /** Oldest first. */
  readonly standing: readonly StandingAlert[]
  readonly ended: readonly EndedAlert[]
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
  readonly numbers: Pick<EscalationNumbers, 'comesBackWithin'>
}

/**
 * Which alert carries which matter: never two for one. An alert stays with what it was opened for; drift that is found to go with something late takes
 * its alert along, on the rung it has reached. A matter that is late again soon after its alert ended begins where that one stood.
 */
export function alertsAnew(around: Around): AlertsAnew {
  const { matters, standing } = around
  const taken = new Map<string, Matter>()
  const carrying = new Map<Matter, StandingAlert[]>()
  const take = (alert: StandingAlert, matter: Matter): void => {
    taken.set(alert.id, matter)
    carrying.set(matter, [...(carrying.get(matter) ?? []), alert])
  }
  // An alert goes with the first of what it was opened for that is still late, as lead or as evidence.
  for (const among of [(matter: Matter) => matter.leads, membersOf])
    for (const matter of matters)
      for (const alert of standing)
        if (!taken.has(alert.id) && among(matter).some((one) => alert.leads.has(keyOf(one)))) take(alert, matter)
  const goesOn: AlertsAnew['goesOn'][number][] = []
  const opens: AlertsAnew['opens'][number][] = []
  for (const matter of matters) {
    const [first, ...others] = carrying.get(matter) ?? []
    if (first === undefined) {
      opens.push({ matter, rung: rungLeft(matter, around) })
      continue
    }
    const highest = others.reduce((best, one) => (one.rung > best.rung ? one : best), first)
    const from = [first, ...others].filter((one) => one !== highest).map(({ id }) => id)
    goesOn.push({ id: highest.id, matter, from })
  }
  return { goesOn, opens, over: standing.filter(({ id }) => !taken.has(id)).map(({ id }) => id) }
}

/** The highest rung on which what leads the matter stood in an alert that it leaves now, or that it left a short while ago. */
function rungLeft(matter: Matter, { standing, ended, today, calendar, numbers }: Around): number {
  const leaves = standing.filter((alert) => matter.leads.some((one) => alert.members.has(keyOf(one))))
  const isBack = ({ about, endedOn }: EndedAlert): boolean =>
    !workingDaysAfter(numbers.comesBackWithin, endedOn, calendar).isBefore(today) &&
    about.some((was) => matter.leads.some((one) => one.rule === was.rule && one.subject === was.subject))
  return Math.max(0, ...[...leaves, ...ended.filter(isBack)].map(({ rung }) => rung))
}
