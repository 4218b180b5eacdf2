import type { Comparing } from './comparePolicies'
import type { PolicySchedule } from './policySchedule'

/**
 * The same comparison over just the rules that differ: no rule looks at another, so all others would say the same twice. Most overlays change a few
 * of fifty. Under two calendars any rule may differ.
 */
export function whatDiffers<Asked extends Comparing>(comparing: Asked): Asked {
  const { from, to } = comparing
  if (from.calendar.version !== to.calendar.version) return comparing
  const ids = new Set([from.policy, to.policy].flatMap(({ versions }) => versions.flatMap(idsOf)))
  const differ = new Set([...ids].filter((id) => said(from.policy, id) !== said(to.policy, id)))
  return {
    ...comparing,
    from: { ...from, policy: only(from.policy, differ) },
    to: { ...to, policy: only(to.policy, differ) },
  }
}

const idsOf = ({ pack }: PolicySchedule['versions'][number]): string[] => pack.rules.map(({ id }) => id)

/** What a schedule says of a rule, as one text: once where every version says the same, whichever of them a matter follows. */
function said({ versions }: PolicySchedule, id: string): string {
  const each = versions.map(({ pack }) => JSON.stringify(pack.rules.find((rule) => rule.id === id) ?? null))
  const [first = ''] = each
  return each.every((text) => text === first)
    ? first
    : JSON.stringify(versions.map(({ from, appliesToOpenWork }, at) => [from, appliesToOpenWork, each[at]]))
}

function only({ versions: [first, ...later] }: PolicySchedule, ids: ReadonlySet<string>): PolicySchedule {
  const cut = (version: typeof first): typeof first => ({
    ...version,
    pack: { ...version.pack, rules: version.pack.rules.filter(({ id }) => ids.has(id)) },
  })
  return { versions: [cut(first), ...later.map(cut)] }
}
