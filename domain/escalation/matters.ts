import { keyOf, type Obligation } from '../timeline/obligation'

/**
 * What one alert is about: what is late, for every child it is late for, and the drift that goes with it. Source: handbook, section 3 (each stall
 * names the evidence) and section 6.
 */
export interface Matter {
  /** One rule, one due date; siblings share it. The first gives the alert its ladder. */
  readonly leads: readonly [Obligation, ...Obligation[]]
  readonly evidence: readonly Obligation[]
}

/** Everything an alert speaks of, what leads it first. */
export const membersOf = ({ leads, evidence }: Matter): readonly Obligation[] => [...leads, ...evidence]

/**
 * What is late on a case as matters, in the order of their due dates. What goes with another rule (`goesWith`: its ids) is evidence in the oldest matter of such a
 * rule about the same child, or where one of them is about the whole case; it leads one itself where there is none.
 */
export function mattersOf(
  late: readonly Obligation[],
  goesWith: (one: Obligation) => readonly string[],
): readonly Matter[] {
  const inTurn = [...late].sort(byDueDate)
  const evidence = new Map<Obligation, Obligation>()
  const leading = inTurn.filter((one) => goesWith(one).length === 0)
  for (const one of inTurn) {
    if (leading.includes(one)) continue
    const lead = leading.find((other) => goesWith(one).includes(other.rule) && isAboutTheSame(one, other))
    if (lead !== undefined) evidence.set(one, lead)
  }
  const groups = new Map<string, [Obligation, ...Obligation[]]>()
  for (const one of inTurn.filter((each) => !evidence.has(each))) {
    const shared = `${one.rule}|${one.part}|${one.dueOn.toString()}`
    const group = groups.get(shared)
    if (group === undefined) groups.set(shared, [one])
    else group.push(one)
  }
  return [...groups.values()].map((leads) => ({
    leads,
    evidence: inTurn.filter((one) => {
      const lead = evidence.get(one)
      return lead !== undefined && leads.includes(lead)
    }),
  }))
}

/** The same child; or one of them concerns the whole case, as a goal does. */
const isAboutTheSame = (a: Obligation, b: Obligation): boolean =>
  a.subject === b.subject || [a, b].some(({ subject, rule }) => subject === 'case' || rule === 'goal')

const byDueDate = (a: Obligation, b: Obligation): number =>
  a.dueOn.compareTo(b.dueOn) || (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0)
