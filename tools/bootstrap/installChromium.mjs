import { run, step } from './step.mjs'

const PACKAGES = ['chromium', 'fonts-liberation']
const AS_ASKED = ['-y', '--no-install-recommends']

/** Fetching may hang on a line that is cut; unpacking must not be broken off, so its limit is only against a hang. */
const STEPS = [
  { what: 'asking apt for its lists', args: ['update'], minutes: 3 },
  { what: 'downloading Chromium', args: ['install', ...AS_ASKED, '--download-only', ...PACKAGES], minutes: 10 },
  { what: 'installing Chromium', args: ['install', ...AS_ASKED, ...PACKAGES], minutes: 20 },
]

/** Why Chromium cannot be installed here without asking, or undefined when it can. */
export function whyNotInstalled({ platform, uid }, aptGet) {
  if (platform !== 'linux') return `that is only done on Linux, and this is ${platform}`
  if (aptGet === undefined) return 'there is no apt-get'
  return uid === 0 ? undefined : 'only root may install packages'
}

/** Installs Chromium and a font by apt-get, once. Answers why it could not, or undefined. */
export async function installChromium() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  for (const { what, args, minutes } of STEPS) {
    const from = Date.now()
    const timeoutMs = minutes * 60_000
    const lock = ['-o', 'DPkg::Lock::Timeout=120'] // somebody else's apt may be at work
    const { code, said } = await step(`${what} (apt-get ${args.join(' ')}; at most ${minutes} minutes)`, () =>
      run('apt-get', [...lock, ...args], { env, timeoutMs }),
    )
    if (code === 0) continue
    if (Date.now() - from >= timeoutMs) return `${what} was not finished after ${minutes} minutes`
    return `${what} failed: ${said.trim().split('\n').at(-1) || 'it ended without a word'}`
  }
  return undefined
}
