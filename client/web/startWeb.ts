import { keepTidy } from './import/keepTidy'
import { webApp, type WebOptions } from './webApp'

export interface StartWeb extends WebOptions {
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
}

export interface RunningWeb {
  /** `http://127.0.0.1:3000` */
  readonly address: string
  /** Takes nothing new, and resolves when all it was asked has been answered. */
  close(): Promise<void>
}

/** Serves the pages, the calendars and health. Rejects when the port is taken. */
export async function startWeb({ host, port, ...options }: StartWeb): Promise<RunningWeb> {
  const web = await webApp(options)
  const address = await web.listen({ host, port })
  const stopTidying = keepTidy({ db: options.db, log: options.log, uploads: options.settings.uploads })
  return {
    address,
    close: async () => {
      await web.close()
      await stopTidying()
    },
  }
}
