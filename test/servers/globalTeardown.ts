import { rmSync } from 'node:fs'

interface Servers {
  readonly postgres: { stop(): Promise<void> }
  readonly temporal: { stop(): Promise<void> }
  readonly folder: string
}

export default async function globalTeardown(): Promise<void> {
  const { caseclockServers } = globalThis as typeof globalThis & { caseclockServers?: Servers }
  if (caseclockServers === undefined) return
  await caseclockServers.temporal.stop()
  await caseclockServers.postgres.stop()
  rmSync(caseclockServers.folder, { recursive: true, force: true })
}
