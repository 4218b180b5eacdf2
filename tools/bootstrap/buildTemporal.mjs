import path from 'node:path'
import { run } from './step.mjs'

export const OLDEST_GO = '1.26.4' // what tools/temporal-cli/go.mod asks for

/** Builds the program from the pinned Go module. Answers why it could not, or undefined. */
export async function buildTemporal(root, file) {
  const cwd = path.join(root, 'tools', 'temporal-cli')
  const problem = await goProblem(cwd)
  if (problem !== undefined) return problem
  const args = ['build', '-trimpath', '-o', file, 'github.com/temporalio/cli/cmd/temporal']
  const { code, said } = await run('go', args, { cwd, env: { CGO_ENABLED: '0' } })
  return code === 0 ? undefined : `the Go build failed:\n${said.trim().split('\n').slice(-8).join('\n')}`
}

/** Why Go cannot build here, or undefined. Asked in the module's folder, where a Go that may fetch a newer one of itself says that one. */
async function goProblem(cwd) {
  const { code, said } = await run('go', ['version'], { cwd })
  if (code === 127) return 'Go is not installed'
  const version = /go(\d+)\.(\d+)(?:\.(\d+))?/.exec(said)
  if (code !== 0 || version === null) return `Go does not work here: ${said.trim().split('\n').at(-1)}`
  const have = version.slice(1).map((part) => Number(part ?? 0))
  return isBefore(have, OLDEST_GO.split('.').map(Number)) ? `Go ${have.join('.')} is too old` : undefined
}

export function isBefore(have, wanted) {
  const at = wanted.findIndex((part, index) => (have[index] ?? 0) !== part)
  return at !== -1 && (have[at] ?? 0) < wanted[at]
}
