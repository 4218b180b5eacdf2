import { isDeepStrictEqual } from 'node:util'
import { SSD_TABLES, type SsdTable } from '../../../activities/import/ssdTables'
import { effectsBetween } from './effectsBetween'
import type { FieldUse, Proof } from './fieldUse'
import { exampleRows, importRows, withCells } from './importExample'

/** Why a proof does not hold, or undefined: what differs when one field of one row is set to another value. */
export async function proofProblem(table: SsdTable, field: string, proof: Proof): Promise<string | undefined> {
  const rows = exampleRows(proof.given)
  const [idColumn] = SSD_TABLES[table]
  const id = proof.row ?? rows[table]?.[0]?.[idColumn] ?? ''
  const was = rows[table]?.find((row) => row[idColumn] === id)?.[field] ?? ''
  if (was === proof.to) return `It is ${proof.to} already.`
  const before = await importRows(rows)
  const after = await importRows({ ...rows, [table]: withCells(rows, table, id, { [field]: proof.to }) })
  const expected = [...new Set<string>(proof.changes)].sort()
  const effects = effectsBetween(before, after)
  if (!isDeepStrictEqual(effects, expected)) return `Said to change ${listed(expected)}; changes ${listed(effects)}.`
  const unseen = effects.length === 0 && !isDeepStrictEqual(before, after)
  return unseen ? 'Something differs that has no name among the effects.' : undefined
}

/** Why a field said not to be used is used after all, or undefined: nothing may differ when every row of the table has the value. */
export async function unusedProblem(table: SsdTable, field: string, value: string): Promise<string | undefined> {
  const rows = exampleRows()
  const before = await importRows(rows)
  const after = await importRows({ ...rows, [table]: (rows[table] ?? []).map((row) => ({ ...row, [field]: value })) })
  return isDeepStrictEqual(before, after)
    ? undefined
    : `Said not to be used; ${value} changes ${listed(effectsBetween(before, after))}.`
}

/** Why an entry says too little, or undefined. Proofs that nothing changes are no proof that a field is used. */
export function entryProblem(use: FieldUse): string | undefined {
  if ('notUsed' in use) return use.values.length > 0 && use.notUsed !== '' ? undefined : 'Say why, and give a value.'
  const changing = use.proofs.some(({ changes }) => changes.length > 0)
  return changing && use.makes !== '' ? undefined : 'Said to be used, but no proof changes anything.'
}

const listed = (effects: readonly string[]): string => (effects.length === 0 ? 'nothing' : effects.join(', '))
