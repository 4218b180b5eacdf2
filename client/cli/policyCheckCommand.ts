import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { chosenOptions } from '../../domain/policy/overlay'
import { EXIT, type ExitCode, type Io } from './io'
import { checkPolicyFile, problemText } from './policyFile'

export interface PolicyCheckOptions {
  readonly json?: boolean
}

/** `caseclock policy check FILE`: whether a pack or an overlay can be used, and all that is wrong with it by line and column. No server, no database. */
export async function runPolicyCheck(file: string, { json = false }: PolicyCheckOptions, io: Io): Promise<ExitCode> {
  const { pack, overlay, problems } = await checkPolicyFile(file)
  if (json) io.out(`${JSON.stringify({ format: 1, file, policy: pack?.id ?? null, problems }, null, 2)}\n`)
  else {
    for (const problem of problems) io.err(`${problemText(file, problem)}\n`)
    if (pack !== null && overlay === null)
      io.out(`${file}: a whole pack, ${pack.id}, ${String(pack.rules.length)} rules\n`)
    if (pack !== null && overlay !== null) {
      const { name, post, on } = overlay.approvedBy
      io.out(`${file}: an overlay, ${overlay.id}, on ${overlay.extends}, approved by ${name}, ${post}, on ${on}\n`)
      for (const { name: chosen, why, changes, adds = [] } of chosenOptions(englandFamilySafeguarding1, overlay)) {
        for (const { rule, ...values } of changes)
          io.out(`  ${chosen}: ${rule}: ${Object.keys(values).join(', ')} (${why})\n`)
        for (const { id } of adds) io.out(`  ${chosen}: ${id}: switched on (${why})\n`)
      }
      for (const { rule, why, ...values } of overlay.changes)
        io.out(`  ${rule}: ${Object.keys(values).join(', ')} (${why})\n`)
    }
  }
  return problems.length === 0 ? EXIT.done : EXIT.usage
}
