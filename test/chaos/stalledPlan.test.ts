import { LocalDate } from '@js-joda/core'
import { realNow } from '../../activities/realNow'
import { alertMails, eachOnce, type AlertMail } from './alertMails'
import type { ChaosCounty } from './chaosCounty'
import { INSTANTS } from './killWhen'
import { restartableWorker } from './restartableWorker'
import { stalledPlanStory, type Chapter } from './stalledPlanStory'
import { STALLED_PLAN_TOLD } from './stalledPlanTold'
import { stalledPlanTown } from './stalledPlanTown'
import { tellOf } from './tellOf'
import { whileKilled } from './whileKilled'
import { MAILS_AT_ONCE } from '../../worker/startWorker'

/** The story runs from 17 June to 3 July: the worker is killed from 18 June, 23 June and 28 June on. */
const FROM = LocalDate.parse('2026-06-17')
const DAYS = 16
/** Real: a minute of it until the mail server is asked again for whom the worker died. */
const PATIENCE_MS = 400_000

interface Told {
  readonly chapters: readonly Chapter[]
  readonly mails: readonly AlertMail[]
  readonly seconds: number
}

describe('a stalled plan climbs until somebody acts, the worker killed three times', () => {
  const places: ChaosCounty[] = []
  let killed: Told
  let undisturbed: Told
  let kills: readonly string[]

  const place = async (): Promise<ChaosCounty> => {
    const town = await stalledPlanTown()
    const worker = restartableWorker({ ...town.environment(), MAILS_PER_SECOND: '1000' })
    const made = { town, worker, stop: () => worker.stop().finally(() => town.stop()) }
    places.push(made)
    await worker.ready()
    return made
  }
  const tell = async ({ town }: ChaosCounty, run: () => Promise<readonly Chapter[]>): Promise<Told> => {
    const began = realNow()
    const chapters = await run()
    return { chapters, mails: await alertMails(town), seconds: Math.round((realNow() - began) / 1000) }
  }

  beforeAll(async () => {
    const calm = await place()
    undisturbed = await tell(calm, () => Promise.race([stalledPlanStory(calm.town), calm.worker.failed]))
    const troubled = await place()
    killed = await tell(troubled, async () => {
      let chapters: readonly Chapter[] = []
      kills = await whileKilled(troubled, { from: FROM, days: DAYS }, async () => {
        chapters = await stalledPlanStory(troubled.town)
      })
      return chapters
    })
    tellOf('a stalled plan', {
      'mails of alerts': undisturbed.mails.length,
      'in the sink where the worker was killed': killed.mails.length,
      'seconds undisturbed': undisturbed.seconds,
      [`seconds with kills (${kills.join('; ')})`]: killed.seconds,
    })
  }, PATIENCE_MS)
  afterAll(async () => {
    for (const one of places) await one.stop()
  })

  it('was killed with a case due, with a mail on its way, and with an escalation not taken up', () => {
    expect(kills).toEqual(INSTANTS)
  })

  it('tells who has to be told, in order, and the log says why', () => {
    expect(undisturbed.chapters).toEqual(STALLED_PLAN_TOLD)
    expect(killed.chapters).toEqual(STALLED_PLAN_TOLD)
  })

  it('says the same in the same mails as where nobody killed it, each once by its Message-ID', () => {
    expect(undisturbed.mails).toEqual(eachOnce(undisturbed.mails))
    expect(eachOnce(killed.mails)).toEqual(undisturbed.mails)
    // A mail whose answer was lost with the worker may be there twice, under the same Message-ID.
    expect(killed.mails.length - undisturbed.mails.length).toBeLessThanOrEqual(MAILS_AT_ONCE * kills.length)
  })
})
