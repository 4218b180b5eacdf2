import type { PolicySchedule } from './policySchedule'

const found = new WeakMap<PolicySchedule, WeakMap<PolicySchedule, ReadonlySet<string>>>()

/**
 * The rules that two schedules hold differently: other values, other days of coming into force, or only in one of them. No rule looks at what
 * another one makes, so all others give the same obligations under both. Found once for the same two: a county asks it for every case.
 */
export function differingRules(from: PolicySchedule, to: PolicySchedule): ReadonlySet<string> {
  let others = found.get(from)
  if (others === undefined) found.set(from, (others = new WeakMap()))
  let differing = others.get(to)
  if (differing === undefined) others.set(to, (differing = new Set(idsOf(from, to).filter(differs(from, to)))))
  return differing
}

const idsOf = (...schedules: readonly PolicySchedule[]): readonly string[] => [
  ...new Set(schedules.flatMap(({ versions }) => versions.flatMap(({ pack }) => pack.rules.map(({ id }) => id)))),
]

const differs =
  (from: PolicySchedule, to: PolicySchedule) =>
  (id: string): boolean =>
    courseOf(from, id) !== courseOf(to, id)

/** A rule over the versions as one text; a version that leaves it as it was adds nothing. */
function courseOf({ versions }: PolicySchedule, id: string): string {
  const course: string[] = []
  let before: string | undefined
  for (const { pack, from, appliesToOpenWork } of versions) {
    const values = JSON.stringify(pack.rules.find((rule) => rule.id === id) ?? null)
    if (values !== before) course.push(`${from?.toString() ?? 'ever'} ${String(appliesToOpenWork)} ${values}`)
    before = values
  }
  return course.join('\n')
}
