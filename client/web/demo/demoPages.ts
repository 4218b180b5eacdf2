import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { londonDay, londonMinutes, londonMoment } from '../../../domain/calendar/london'
import { runUntilSomething } from '../../commands/web/runUntilSomething'
import { setClock } from '../../commands/setClock'
import { setCover } from '../../commands/setCover'
import { demoSpeed } from '../../queries/web/demoSpeed'
import { storyCases } from '../../queries/web/storyCases'
import { goTo, NOTHING_HERE, show, type Answer } from '../app/answer'
import { momentWords } from '../app/momentWords'
import { page, type Asked, type Page } from '../app/page'
import { isForDemo } from '../sign-in/isForDemo'
import { ranWords } from './ranWords'
import { SPEEDS, speedsShown } from './speeds'
import { story } from './story'

/** How many of the newest mails stand on the page. */
const MAILS = 12
/** Another day is looked at when its morning's mails have left: ten o'clock, in minutes. A clock that stands at 07:29 would show none for ever. */
const MORNING_OVER = 600
/** Days for which the story sends a manager on leave. */
const LEAVE = 21

const stepForm = z.object({
  step: z.enum(['day', 'week', 'until']),
  back: z.enum(['/demo', '/demo/story']).catch('/demo'),
})
const speedForm = z.object({ speed: z.enum(['real', 'minute', 'seconds', 'still']) })
const workerForm = z.object({ worker: z.enum(['stop', 'start']) })
const awayForm = z.object({ manager: z.uuid() })

/** For anybody who is signed in to a demo, on its own machine; there is nothing here else. */
const inDemo =
  (answer: (asked: Asked) => Promise<Answer>) =>
  (asked: Asked): Promise<Answer> | Answer =>
    isForDemo(asked.request) ? answer(asked) : NOTHING_HERE

const demoPage = async ({ db, demo, now }: Asked, problem: string | null = null): Promise<Answer> =>
  show(
    'demo/demo.njk',
    {
      ...{ time: momentWords(now), problem, speeds: speedsShown(await demoSpeed(db)) },
      inbox: demo?.inbox ?? null,
      mails: (await demo?.newestMails(MAILS)) ?? [],
      worker: demo === undefined ? null : { runs: demo.workerRuns() },
    },
    problem === null ? 200 : 422,
  )

const get = (path: string, answer: (asked: Asked) => Promise<Answer>): Page =>
  page({ method: 'GET', path, needs: 'see-own-work', answer: inDemo(answer) })
const post = (path: string, answer: (asked: Asked) => Promise<Answer>): Page =>
  page({ method: 'POST', path, needs: 'see-own-work', answer: inDemo(answer) })

/** Moving the clock of a demo, stopping its worker, and a story that shows what for. */
export const DEMO_PAGES: readonly Page[] = [
  get('/demo', (asked) => demoPage(asked)),
  get('/demo/story', async ({ db, today, now }) => {
    const paths = story(await storyCases(db, today.toString()), today)
    return show('demo/story.njk', { paths, time: momentWords(now) })
  }),
  post('/demo/clock', async (asked) => {
    const form = stepForm.safeParse(asked.form)
    if (!form.success) return demoPage(asked, 'Choose how far the clock should go.')
    const { step, back } = form.data
    if (step === 'until') {
      if (asked.demo?.workerRuns() === false)
        return demoPage(asked, 'The worker is stopped, so nothing can happen. Start it first.')
      return goTo(back, ranWords(await runUntilSomething(asked)))
    }
    const { now } = asked
    const minutes = Math.max(MORNING_OVER, londonMinutes(now))
    const to = londonMoment(londonDay(now).plusDays(step === 'day' ? 1 : 7), minutes)
    return goTo(back, `It is now ${momentWords(await setClock(asked, { to: Math.max(to, now) }))}.`)
  }),
  post('/demo/speed', async (asked) => {
    const form = speedForm.safeParse(asked.form)
    if (!form.success) return demoPage(asked, 'Choose how fast the clock should go.')
    const { scale, text } = SPEEDS[form.data.speed]
    await setClock(asked, { scale })
    return goTo('/demo', `The clock goes ${text}.`)
  }),
  post('/demo/worker', async (asked) => {
    const { demo } = asked
    if (demo === undefined) return NOTHING_HERE
    const form = workerForm.safeParse(asked.form)
    if (!form.success) return demoPage(asked, 'Choose whether to stop or to start the worker.')
    if (form.data.worker === 'start') {
      demo.startWorker()
      return goTo('/demo', 'The worker is started. It takes up what has come due meanwhile.')
    }
    await demo.stopWorker()
    return goTo('/demo', 'The worker is stopped. Move the clock, start it again, and see that nothing was lost.')
  }),
  post('/demo/story/away', async (asked) => {
    const form = awayForm.safeParse(asked.form)
    const { away } = await storyCases(asked.db, asked.today.toString())
    if (!form.success || away?.manager.id !== form.data.manager) return goTo('/demo/story')
    const answer = await setCover(asked, {
      ...{ personId: away.manager.id, coverId: away.cover.id, from: asked.today, to: asked.today.plusDays(LEAVE) },
      ...{ reason: 'leave', actorId: away.manager.id, commandId: randomUUID() },
    })
    return goTo(
      '/demo/story',
      'refused' in answer ? answer.todo : `${away.manager.name} is on leave, and ${away.cover.name} covers.`,
    )
  }),
]
