import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { overlayProblem, withOverlay, type Overlay } from '../../domain/policy/overlay'
import type { PolicyPack } from '../../domain/policy/policyPack'
import { aboutFile } from './aboutFile'
import { CommandFailed, EXIT } from './io'
import { foundText, pathText } from './jsonFile'
import type { Place, PositionedFile } from './positionedFile'

/** The name of the pack that is built in, which may stand where a file is asked for. */
export const BUILT_IN = englandFamilySafeguarding1.id

/** One thing that is wrong in a file of rules. */
export interface PolicyProblem extends Place {
  readonly path: string
  readonly problem: string
}

export interface CheckedPolicy {
  /** Null when something is wrong. */
  readonly pack: PolicyPack | null
  /** The council's own values, where the file is an overlay. */
  readonly overlay: Overlay | null
  /** In the order of the file. */
  readonly problems: readonly PolicyProblem[]
}

/** The pack in a file, or the built-in one. The schema is only loaded for a file. What is wrong ends the command with the place, the path and what is allowed. */
export async function readPolicy(file: string | undefined): Promise<PolicyPack> {
  if (file === undefined || file === BUILT_IN) return englandFamilySafeguarding1
  const { pack, problems } = await checkPolicyFile(file)
  const [first] = problems
  if (pack === null || first !== undefined)
    throw new CommandFailed(EXIT.usage, first === undefined ? `${file} is no pack.` : problemText(file, first))
  return pack
}

/** `rules.yaml, line 4, column 7, rules[0].interval.n: …` */
export const problemText = (file: string, { line, column, path, problem }: PolicyProblem): string =>
  `${file}, line ${String(line)}, column ${String(column)}${path === '' ? '' : `, ${path}`}: ${problem}`

/** Reads a whole pack, or an overlay on the built-in one, in YAML or JSON, and says all that is wrong with it. */
export async function checkPolicyFile(file: string): Promise<CheckedPolicy> {
  const { readPositioned } = await import('./positionedFile.js')
  return check(readPositioned(file, WANTED), file)
}

/** The same of a text; `called`: what its problems call it. Throws CommandFailed for what is no YAML at all. */
export async function checkPolicyText(text: string, called: string): Promise<CheckedPolicy> {
  const { positionedText } = await import('./positionedFile.js')
  return check(positionedText(text, called, WANTED), called)
}

const WANTED = 'a policy pack or an overlay, in YAML or JSON'

async function check(read: PositionedFile, called: string): Promise<CheckedPolicy> {
  const schemas = await import('../../domain/policy/policySchema.js')
  return aboutFile(called, () => (isOverlay(read.content) ? checkOverlay(read, schemas) : checkPack(read, schemas)))
}

const isOverlay = (content: unknown): boolean =>
  content !== null && typeof content === 'object' && ('extends' in content || 'changes' in content)

type Schemas = typeof import('../../domain/policy/policySchema.js')

function checkPack(read: PositionedFile, { policySchema }: Schemas): CheckedPolicy {
  const result = policySchema.safeParse(read.content)
  return result.success
    ? { pack: result.data, overlay: null, problems: [] }
    : { pack: null, overlay: null, problems: result.error.issues.flatMap((issue) => problemsOf(read, issue)) }
}

function checkOverlay(read: PositionedFile, { overlaySchema }: Schemas): CheckedPolicy {
  const result = overlaySchema.safeParse(read.content)
  if (!result.success)
    return { pack: null, overlay: null, problems: result.error.issues.flatMap((issue) => problemsOf(read, issue)) }
  const overlay = result.data
  const misfit = overlayProblem(englandFamilySafeguarding1, overlay)
  return misfit === undefined
    ? { pack: withOverlay(englandFamilySafeguarding1, overlay), overlay, problems: [] }
    : { pack: null, overlay, problems: problemsOf(read, { ...misfit, message: misfit.problem }) }
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly keys?: readonly string[]
}

/** A key nobody knows is a problem of its own, where it stands. */
function problemsOf(read: PositionedFile, issue: Issue): readonly PolicyProblem[] {
  const { path, keys, message } = issue
  if (keys !== undefined)
    return keys.map((key) => ({
      ...read.placeOf([...path, key]),
      path: pathText([...path, key]),
      problem: 'not known here; correct the name or leave it out',
    }))
  return [{ ...read.placeOf(path), path: pathText(path), problem: `${message}. ${foundText(read.content, path)}` }]
}
