import { englandFamilySafeguarding1 } from '../../../domain/policy/englandFamilySafeguarding1'
import type { NewVersion } from '../../commands/versionProblem'
import { CommandFailed } from '../../cli/io'
import { checkPolicyText, problemText } from '../../cli/policyFile'

export type Rules = Pick<NewVersion, 'pack' | 'overlay'>

/** The rules in a text, or all that is wrong with it by line and column. The name of the built-in pack stands for it. */
export async function rulesChecked(
  text: string,
  called: string,
): Promise<Rules | { readonly problems: readonly string[] }> {
  if (text.trim() === englandFamilySafeguarding1.id) return { pack: englandFamilySafeguarding1, overlay: null }
  try {
    const { pack, overlay, problems } = await checkPolicyText(text, called)
    if (pack !== null && problems.length === 0) return { pack, overlay }
    return { problems: problems.map((problem) => problemText(called, problem)) }
  } catch (error) {
    if (error instanceof CommandFailed) return { problems: [error.message] }
    throw error
  }
}

/** What a version is, in lines, for who is about to put it into force. */
export function rulesLines({ pack, overlay }: Rules): readonly string[] {
  if (overlay === null) return [`${pack.id}: a whole pack of ${String(pack.rules.length)} rules`]
  const { approvedBy, changes } = overlay
  return [
    `${overlay.id}: the council’s own version of ${overlay.extends}, approved by ${approvedBy.name}, ${approvedBy.post}, on ${approvedBy.on}`,
    ...changes.map(({ rule, why }) => `${titleOf(pack, rule)}: ${why}`),
  ]
}

const titleOf = (pack: Rules['pack'], rule: string): string => pack.rules.find(({ id }) => id === rule)?.title ?? rule
