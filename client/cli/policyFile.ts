import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import type { PolicyPack } from '../../domain/policy/policyPack'
import { CommandFailed, EXIT } from './io'
import { foundText, pathText, readJson } from './jsonFile'

/** The pack in a file, or the built-in one. The schema is only loaded for a file. What is wrong ends the command with the path and what is allowed. */
export async function readPolicy(file: string | undefined): Promise<PolicyPack> {
  if (file === undefined) return englandFamilySafeguarding1
  const { policySchema } = await import('../../domain/policy/policySchema.js')
  const content = readJson(file, 'a policy pack in JSON')
  const result = policySchema.safeParse(content)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = issue?.path ?? []
  throw new CommandFailed(
    EXIT.usage,
    `${file}, ${pathText(path)}: ${issue?.message ?? 'not valid'}. ${foundText(content, path)}`,
  )
}
