import type { QuietTown } from '../../servers/quietTown'

/** Everything a command on a case may write to, so that a refusal can be shown to have written nothing. */
export const written = async ({ db }: Pick<QuietTown, 'db'>): Promise<unknown> =>
  (
    await db.$queryRaw<unknown[]>`
      select (select count(*)::int from chronology_event) as events, (select sum(facts_version)::int from case_file) as version,
        (select count(*)::int from audit_event) as audited, (select count(*)::int from notice) as notices,
        (select count(*)::int from escalation_entry) as entries`
  )[0]

/** What a command answered: `taken`, or why not; a refusal that wrote anything is no refusal. */
export async function answered(
  quiet: Pick<QuietTown, 'db'>,
  run: () => Promise<{ readonly accepted: true } | { readonly refused: string; readonly todo: string }>,
): Promise<string> {
  const before = await written(quiet)
  const answer = await run()
  if ('accepted' in answer) return 'taken'
  expect(await written(quiet)).toEqual(before)
  return `${answer.refused}: ${answer.todo}`
}
