import { makeReconcile } from '../../activities/reconcileClocks'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { withProcesses } from './connect'
import { EXIT, type ExitCode, type Io } from './io'

/** `caseclock reconcile --once`: looks at every clock now. A healthy system reports zeros. */
export const runReconcile = (
  { json, dataFolder = '.caseclock' }: { json?: boolean; dataFolder?: string },
  io: Io,
): Promise<ExitCode> =>
  withProcesses(dataFolder, io.err, async ({ db, processes }) => {
    const ask = makeReconcile({ db, processes, rules: rulesInForce(), problemAfterMs: Number.MAX_SAFE_INTEGER })
    for (let { after, late } = await ask({ full: true }); after !== undefined || late !== undefined;)
      ({ after, late } = await ask({ full: false, after, late }))
    const [row] = await db.$queryRaw<
      { report: Record<string, number> }[]
    >`select report from process where id = 'reconcile'`
    const report = row?.report ?? {}
    io.out(
      json === true
        ? `${JSON.stringify(report)}\n`
        : `${Object.entries(report)
            .map(([what, count]) => `${what} ${String(count)}`)
            .join(', ')}\n`,
    )
    return EXIT.done
  })
