import path from 'node:path'
import { cacheFolder } from './cacheFolder.mjs'
import { exclusively } from './exclusively.mjs'
import { installChromium, whyNotInstalled } from './installChromium.mjs'
import { programOnPath } from './programOnPath.mjs'
import { run, say, SetupFailed } from './step.mjs'

/** Looked for on PATH, in this order. */
export const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const thisMachine = () => ({ platform: process.platform, uid: process.getuid?.() })

/**
 * What the browser tests are told, as variables: CASECLOCK_CHROMIUM, the first browser that works (the one this names already, one on PATH, one
 * that apt-get installs where it may), or CASECLOCK_NO_CHROMIUM, the sentence they fail with. Nothing with CASECLOCK_WITHOUT_BROWSER=1.
 * Throws SetupFailed when CASECLOCK_CHROMIUM names something that does not work.
 */
export async function findChromium(env = process.env, machine = thisMachine()) {
  if (env.CASECLOCK_WITHOUT_BROWSER === '1') {
    say(SKIPPED)
    return {}
  }
  const program = (await named(env)) ?? (await onPath(env))
  if (program !== undefined) return { CASECLOCK_CHROMIUM: program }
  const answer = await installed(env, machine)
  if (answer.program !== undefined) return { CASECLOCK_CHROMIUM: answer.program }
  const problem = whatToDo(answer.problem)
  say(problem)
  return { CASECLOCK_NO_CHROMIUM: problem }
}

export const SKIPPED =
  'THE BROWSER TESTS ARE SKIPPED: CASECLOCK_WITHOUT_BROWSER=1. No page is looked at. Unset it before you rely on the result.'

async function named({ CASECLOCK_CHROMIUM: program }) {
  if (!program) return undefined
  if (!(await works(program)))
    throw new SetupFailed(`CASECLOCK_CHROMIUM names ${program}, which does not run. Correct it, or unset it.`)
  say('Chromium: the program CASECLOCK_CHROMIUM names')
  return program
}

async function onPath(env) {
  for (const name of NAMES) {
    const program = programOnPath(name, env)
    if (program === undefined) continue
    if (await works(program)) {
      say(`Chromium: the program on PATH, ${program}`)
      return program
    }
    say(`${program} is not used: it does not run`) // Ubuntu's is a script that asks for a snap
  }
  return undefined
}

/** Installs one unless it may not, or another set-up has done so while this one waited. */
async function installed(env, machine) {
  const reason = whyNotInstalled(machine, programOnPath('apt-get', env))
  if (reason !== undefined) return { problem: `it is not installed here by itself, because ${reason}` }
  return exclusively(
    path.join(cacheFolder(env), 'locks', 'chromium'),
    async () => {
      const meanwhile = await onPath(env)
      if (meanwhile !== undefined) return { program: meanwhile }
      const problem = await installChromium()
      if (problem !== undefined) return { problem }
      const program = await onPath(env)
      return program === undefined ? { problem: 'what apt-get installed does not run' } : { program }
    },
    (pid) => say(`waiting: another set-up (process ${pid}) is installing Chromium`),
  )
}

const works = async (program) => (await run(program, ['--version'], { timeoutMs: 20_000 })).code === 0

const whatToDo = (problem) => `There is no Chromium for the browser tests, so they are refused: ${problem}.
Do one of these, then start again:
  - install Chromium or Chrome, so that one of ${NAMES.join(', ')} is on PATH (Debian, as root: apt-get install chromium fonts-liberation)
  - name the program in CASECLOCK_CHROMIUM (macOS: "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
  - set CASECLOCK_WITHOUT_BROWSER=1 to skip the browser tests, knowing that no page is looked at`
