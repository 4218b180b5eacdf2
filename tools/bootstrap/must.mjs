import { run, SetupFailed } from './step.mjs'

/** Runs a program that has to succeed. Throws with the last of what it said, and with what to do, when it does not. */
export async function must(what, [command, ...args], { remedy, ...options } = {}) {
  const { code, said } = await run(command, args, options)
  if (code !== 0) throw new SetupFailed([`${what} failed:`, said.trimEnd(), remedy].filter(Boolean).join('\n'))
}
