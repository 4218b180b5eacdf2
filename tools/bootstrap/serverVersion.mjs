import { run } from './step.mjs'

/** The version of the Temporal server inside a `temporal` program, as numbers; undefined when it does not run on this machine. */
export async function serverVersion(program) {
  const { code, said } = await run(program, ['--version'], { timeoutMs: 20_000 })
  const version = /Server (\d+)\.(\d+)\.(\d+)/.exec(said)
  return code === 0 && version !== null ? version.slice(1).map(Number) : undefined
}
