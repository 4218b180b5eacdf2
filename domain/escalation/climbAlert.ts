import type { LocalDate } from '@js-joda/core'
import { earliest } from '../calendar/earliest'
import type { ruleBehind } from '../policy/policySchedule'
import { keyOf, type Obligation } from '../timeline/obligation'
import { climbStep, firstAbove, rungStep, topRung, type Climb, type LadderEntry, type Tell } from './ladder'
import { besideName, besideOf, fallenAtTop, type Beside } from './beside'
import { membersOf, type Matter } from './matters'
import type { Round } from './round'
import { speaksAtOnce } from './speaksAtOnce'
import { isToldApart, toldLater } from './toldLater'

/** What an alert has said so far. */
export interface Said {
  readonly entries: readonly LadderEntry[]
  /** Keys of the members of which it has spoken. */
  readonly about: ReadonlySet<string>
  /** What was told at once beside the ladder (`besideName`). */
  readonly beside: ReadonlySet<string>
}

export const NOTHING_SAID: Said = { entries: [], about: new Set(), beside: new Set() }

export interface Under extends Omit<Climb, 'ladder' | 'entries'> {
  readonly ruleOf: (one: Obligation) => ReturnType<typeof ruleBehind>
  /** Whether its rungs may speak now: on a working day, within working hours, or because its rule waits for neither. */
  readonly speaks: boolean
}

export interface ClimbedAlert {
  /** What it says now, in order. */
  readonly rounds: readonly Round[]
  /** What it has said by then. */
  readonly said: Said
  /** It has something to say as soon as it may speak. */
  readonly waits: boolean
  /** The next day on which it has anything to say while its matter is the same. */
  readonly nextOn: LocalDate | null
}

/** One alert at one time: the rungs that are due, what came to it since they spoke, and what is told at once whatever the day. */
export function climbAlert(before: Said, matter: Matter, { ruleOf, speaks, ...under }: Under): ClimbedAlert {
  const members = membersOf(matter)
  const { ladder } = ruleOf(matter.leads[0])
  const climb = { ...under, ladder }
  const rungs = speaks ? rungsDue(before.entries, climb) : []
  const entries = [...before.entries, ...rungs.map(toldOn(climb.today))]
  const stoodOn = ladder.slice(0, topRung(before.entries))
  const apart = members
    .filter((one) => !before.about.has(keyOf(one)))
    .map((one) => ({ one, immediate: speaksAtOnce(one, ruleOf(one)) }))
    .filter(({ immediate }) => isToldApart({ immediate, speaks, hasSpoken: stoodOn.length > 0 }))
  const about = new Set([...before.about, ...(rungs.length > 0 ? members : apart.map(({ one }) => one)).map(keyOf)])
  const spoken = rungs.map((tell) => rungTold(members, tell))
  const byRungs = spoken.flatMap(({ steps }) => steps.map(({ obligation, step }) => besideName(obligation, step)))
  const told = new Set([...before.beside, ...byRungs])
  const isNew = ({ name }: Beside): boolean => !told.has(name)
  const fallen = fallenAtTop(matter, climb.ladder, entries).filter(isNew)
  const beside = [...matter.leads.flatMap(besideOf).filter(isNew), ...(speaks ? fallen : [])]
  const due = beside.filter(({ on }) => !on.isAfter(climb.today))
  const next = climbStep({ ...climb, entries })
  return {
    rounds: [
      ...spoken,
      ...apart.flatMap(({ one, immediate }) => toldLater(one, matter, { ladder: stoodOn, immediate })),
      ...due.map(({ round }) => round),
    ],
    said: { entries, about, beside: new Set([...told, ...due.map(({ name }) => name)]) },
    waits:
      !speaks &&
      (next.tell !== null ||
        fallen.length > 0 ||
        (stoodOn.length > 0 && members.some((one) => !before.about.has(keyOf(one))))),
    nextOn: earliest([next.nextOn, ...beside.filter((one) => !due.includes(one)).map(({ on }) => on)]),
  }
}

/** The rungs that are due on a day: several where an alert begins where an earlier one stood. */
function rungsDue(entries: readonly LadderEntry[], climb: Omit<Climb, 'entries'>): readonly Tell[] {
  const due: Tell[] = []
  for (;;) {
    const { tell } = climbStep({ ...climb, entries: [...entries, ...due.map(toldOn(climb.today))] })
    if (tell === null) return due
    due.push(tell)
  }
}

const toldOn =
  (on: LocalDate) =>
  ({ rung }: Tell): LadderEntry => ({ entry: 'told', rung, on })

const rungTold = (members: readonly Obligation[], { rung, roles }: Tell): Round => ({
  ...{ rung, roles, lane: 'at-once' },
  steps: members.map((obligation) => ({
    obligation,
    step: rungStep(rung, firstAbove(obligation)?.step ?? 'late'),
  })),
})

/** What counts as said of a matter that was late before anybody looked: each rung on the day it was due, and every member. */
export function saidInItsTime(before: Said, matter: Matter, { ruleOf, ...under }: Omit<Under, 'speaks'>): Said {
  const [lead] = matter.leads
  const climb = { ...under, ladder: ruleOf(lead).ladder }
  let { entries } = before
  let on: LocalDate | null = firstAbove(lead)?.on ?? climb.today
  while (on !== null && !on.isAfter(climb.today)) {
    const { tell } = climbStep({ ...climb, today: on, entries })
    if (tell !== null) entries = [...entries, toldOn(on)(tell)]
    on = climbStep({ ...climb, today: on, entries }).nextOn
  }
  return { ...before, entries, about: new Set([...before.about, ...membersOf(matter).map(keyOf)]) }
}
