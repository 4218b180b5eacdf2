import { EXIT, type ExitCode, type Io } from './io'

/** `caseclock policy schema`: what a pack and an overlay may hold, as JSON Schema: for editors that check while one writes. */
export async function runPolicySchema(io: Io): Promise<ExitCode> {
  const { z } = await import('zod')
  const { policyFileSchema } = await import('../../domain/policy/policySchema.js')
  const schema = { title: 'Caseclock: a policy pack, or an overlay on one', ...z.toJSONSchema(policyFileSchema) }
  io.out(`${JSON.stringify(schema, null, 2)}\n`)
  return EXIT.done
}
