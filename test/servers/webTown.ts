import { demoSignIn } from '../../client/web/sign-in/demoSignIn'
import type { WebSettings } from '../../client/web/app/settings'
import { startWeb } from '../../client/web/startWeb'
import { quietTown, type QuietTown } from './quietTown'
import { visitor, type Visitor } from './visitor'

/** A quiet town with its pages. */
export interface WebTown extends QuietTown {
  /** `http://127.0.0.1:40123` */
  readonly address: string
  /** A browser of its own, without scripts. */
  visitor(): Visitor
  /** One that is signed in as this person. */
  visitorAs(personId: string): Promise<Visitor>
  /** What the pages logged. */
  readonly logged: readonly string[]
}

/** On this day (ISO, at 04:00), with no people and no cases yet. */
export async function webTown(startsOn: string, settings: Partial<WebSettings> = {}): Promise<WebTown> {
  const quiet = await quietTown(startsOn)
  const logged: string[] = []
  let runs = true
  const web = await startWeb({
    ...{ host: '127.0.0.1', port: 0 },
    ...{ db: quiet.db, processes: quiet.processes, signIn: demoSignIn },
    log: (line) => void logged.push(line),
    demo: {
      inbox: 'http://127.0.0.1:8025',
      newestMails: (count) =>
        Promise.resolve(
          quiet.mails
            .slice(-count)
            .map(({ to, subject }) => ({ to: to.address, subject, href: 'http://127.0.0.1:8025/mail/1' })),
        ),
      workerRuns: () => runs,
      stopWorker: () => {
        runs = false
        return Promise.resolve()
      },
      startWorker: () => {
        runs = true
      },
    },
    settings: {
      ...{ baseUrl: 'http://127.0.0.1:3000', secret: 'a secret of the tests, 32 or more', triesPerMinute: 10_000 },
      ...settings,
    },
  }).catch(async (error: unknown) => {
    await quiet.stop() // servers left behind would keep the tests from ending
    throw error
  })
  return {
    ...quiet,
    address: web.address,
    logged,
    visitor: () => visitor(web.address),
    visitorAs: async (personId) => {
      const one = visitor(web.address)
      await one.signIn(personId)
      return one
    },
    stop: async () => {
      await web.close()
      await quiet.stop()
    },
  }
}
