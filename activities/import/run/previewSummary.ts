import type { Database, Transaction } from '../../../prisma/database'
import { inBulk } from '../../../prisma/inBulk'

/** What taking the extract would do, in numbers. */
export interface PreviewSummary {
  readonly cases: { readonly new: number; readonly changed: number; readonly same: number }
  readonly facts: { readonly added: number; readonly changed: number; readonly takenBack: number }
  readonly obligations: { readonly appear: number; readonly move: number; readonly go: number }
  /** Who would be told something on the first working day, most first. */
  readonly told: readonly {
    readonly person: string
    readonly jobTitle: string
    readonly digest: number
    readonly atOnce: number
  }[]
}

interface Numbers {
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly added: number
  readonly corrected: number
  readonly takenBack: number
  readonly appear: number
  readonly move: number
  readonly go: number
}

/** Adds up the previews of all cases of a run. People are named as the extract names them. */
export const previewSummary = (db: Database, runId: string, nameOf: NameOf): Promise<PreviewSummary> =>
  inBulk(db, (tx) => addUp(tx, runId, nameOf))

type NameOf = (personId: string) => { readonly name: string; readonly jobTitle: string }

async function addUp(tx: Transaction, runId: string, nameOf: NameOf): Promise<PreviewSummary> {
  const [sums] = await tx.$queryRaw<Numbers[]>`
    with p as (
      select previewed, (previewed->'facts'->>'added')::int as added, (previewed->'facts'->>'changed')::int as corrected,
        (previewed->'facts'->>'takenBack')::int as taken_back, (previewed->>'isNew')::boolean as is_new
      from import_case where run_id = ${runId}::uuid),
    o as (select x->>'from' as was, x->>'to' as becomes from p, jsonb_array_elements(previewed->'obligations') x)
    select count(*) filter (where is_new)::int as new,
      count(*) filter (where not is_new and added + corrected + taken_back > 0)::int as changed,
      count(*) filter (where not is_new and added + corrected + taken_back = 0)::int as same,
      coalesce(sum(added), 0)::int as added, coalesce(sum(corrected), 0)::int as corrected, coalesce(sum(taken_back), 0)::int as "takenBack",
      (select count(*) from o where was is null)::int as appear,
      (select count(*) from o where was is not null and becomes is not null)::int as move,
      (select count(*) from o where becomes is null)::int as go
    from p`
  const told = await tx.$queryRaw<{ id: string; digest: number; atOnce: number }[]>`
    select t.key as id, sum((t.value->>'digest')::int)::int as digest, sum((t.value->>'atOnce')::int)::int as "atOnce"
    from import_case c, jsonb_each(c.previewed->'told') t where run_id = ${runId}::uuid
    group by t.key order by sum((t.value->>'digest')::int + (t.value->>'atOnce')::int) desc, t.key`
  const { new: fresh = 0, changed = 0, same = 0 } = sums ?? {}
  return {
    cases: { new: fresh, changed, same },
    facts: { added: sums?.added ?? 0, changed: sums?.corrected ?? 0, takenBack: sums?.takenBack ?? 0 },
    obligations: { appear: sums?.appear ?? 0, move: sums?.move ?? 0, go: sums?.go ?? 0 },
    told: told.map(({ id, digest, atOnce }) => {
      const { name, jobTitle } = nameOf(id)
      return { person: name, jobTitle, digest, atOnce }
    }),
  }
}
