import { LocalDate } from '@js-joda/core'
import { canonical } from '../../domain/canonical'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import type { Overlay } from '../../domain/policy/overlay'
import { policySchema } from '../../domain/policy/policySchema'
import type { PolicyPack } from '../../domain/policy/policyPack'
import { govukDate } from '../../domain/timeline/govukDate'
import type { Database, Transaction } from '../../prisma/database'
import type { Refusal } from './command'

export interface NewVersion {
  /** As it was checked: the whole pack, for an overlay the one it makes. */
  readonly pack: PolicyPack
  /** The council's file, where it is one: it says who approved it. */
  readonly overlay: Overlay | null
  /** The first day on which it is in force; today or later. */
  readonly from: LocalDate
  /** Whether what is open on that day follows it too; else only what is triggered from then on. */
  readonly appliesToOpenWork: boolean
}

/** Why this version cannot come into force from that day, or undefined when it can. Also asked by whoever looks ahead. */
export async function versionProblem(
  tx: Transaction | Database,
  { pack, overlay, from }: NewVersion,
  today: LocalDate,
): Promise<Refusal | undefined> {
  if (from.isBefore(today))
    return {
      refused: 'bad-data',
      todo: `${govukDate(from)} has passed: dates people were told would change behind their backs. Give today, ${today.toString()}, or a later day.`,
    }
  const unfit = policySchema.safeParse(pack).error?.issues[0]
  if (unfit !== undefined)
    return {
      refused: 'bad-data',
      todo: `${pack.id} cannot be computed: ${unfit.path.join('.')}: ${unfit.message}. Nothing was activated: \`caseclock policy check\` says all that is wrong with a file.`,
    }
  const number = `Give it a number of its own: ${nextNumber(pack.id)}.`
  if (pack.id === englandFamilySafeguarding1.id && canonical(pack) !== canonical(englandFamilySafeguarding1))
    return {
      refused: 'known-already',
      todo: `${pack.id} is the built-in pack, and this file says something else. ${number}`,
    }
  const others = await tx.$queryRaw<{ document: unknown; overlay: unknown; from: string }[]>`
    select document, overlay, in_force_from::text as "from" from policy_version where name = ${pack.id} order by number`
  const other = others.find((one) => canonical([one.document, one.overlay]) !== canonical([pack, overlay]))
  return other === undefined
    ? undefined
    : {
        refused: 'known-already',
        todo: `${pack.id} has been activated with other content, from ${govukDate(LocalDate.parse(other.from))} on. What was in force stays as it was. ${number}`,
      }
}

/** `north-county@2` after `north-county@1`. */
function nextNumber(id: string): string {
  const [name = id, number = '0'] = id.split('@')
  return `${name}@${String(Number(number) + 1)}`
}
