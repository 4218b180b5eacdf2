import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { buildTemporal, isBefore, OLDEST_GO } from './buildTemporal.mjs'
import { cacheFolder } from './cacheFolder.mjs'
import { downloadTemporal } from './downloadTemporal.mjs'
import { exclusively } from './exclusively.mjs'
import { intoPlace } from './intoPlace.mjs'
import { programOnPath } from './programOnPath.mjs'
import { serverVersion } from './serverVersion.mjs'
import { say, SetupFailed, step } from './step.mjs'

/** The command line's version that tools/temporal-cli/go.mod pins, and the server in it. */
export const VERSION = '1.8.2'
const PINNED_SERVER = '1.31.2'
/** A program that somebody else put here may be older, to this server. */
const OLDEST_SERVER = [1, 29, 0]
const NAME = process.platform === 'win32' ? 'temporal.exe' : 'temporal'

/** Where the cached program of this version is. */
export const cachedTemporal = (env = process.env) => path.join(cacheFolder(env), 'temporal', VERSION, NAME)

/**
 * The `temporal` program, the first that works: a running server (TEMPORAL_ADDRESS), one that CASECLOCK_TEMPORAL_BINARY names, one on PATH,
 * the cached one, a download, a build from the pinned Go module. Answers its path, or null when a server runs already. Says which; when none
 * works, what to install or set.
 */
export async function findTemporal(root, env = process.env) {
  if (env.TEMPORAL_ADDRESS) {
    say(`Temporal: the server at ${env.TEMPORAL_ADDRESS} (TEMPORAL_ADDRESS)`)
    return null
  }
  return (await named(env)) ?? (await onPath(env)) ?? cached(root, env)
}

async function named({ CASECLOCK_TEMPORAL_BINARY: program }) {
  if (!program) return undefined
  const problem = await problemOf(program)
  if (problem !== undefined)
    throw new SetupFailed(`CASECLOCK_TEMPORAL_BINARY names ${program}, but ${problem}. Correct it, or unset it.`)
  say('Temporal: the program CASECLOCK_TEMPORAL_BINARY names')
  return program
}

async function onPath(env) {
  const program = programOnPath(NAME, env)
  if (program === undefined) return undefined
  const problem = await problemOf(program)
  say(problem === undefined ? `Temporal: the program on PATH, ${program}` : `${program} is not used: ${problem}`)
  return problem === undefined ? program : undefined
}

async function problemOf(program) {
  if (!existsSync(program)) return 'there is no such file'
  const version = await serverVersion(program)
  if (version === undefined) return 'it does not run, or is no Temporal command line'
  if (!isBefore(version, OLDEST_SERVER)) return undefined
  return `its server is ${version.join('.')}, and Caseclock needs ${OLDEST_SERVER.join('.')} or later`
}

async function cached(root, env) {
  const file = cachedTemporal(env)
  const isThere = async () => existsSync(file) && (await problemWithPinned(file)) === undefined
  const found = (how) => {
    say(`Temporal ${VERSION}: ${how}`)
    return file
  }
  if (await isThere()) return found('from the cache of this machine')
  mkdirSync(path.dirname(file), { recursive: true })
  return exclusively(
    `${file}.lock`,
    async () => {
      if (await isThere()) return found('made by another clone in the meantime')
      const noDownload = await step(`downloading Temporal ${VERSION}`, () =>
        intoPlace(file, (partial) => downloadTemporal(root, partial, VERSION), problemWithPinned),
      )
      if (noDownload === undefined) return found('downloaded')
      say(`no download: ${noDownload}`)
      const noBuild = await step(`building Temporal ${VERSION} with Go (about 4 minutes, once per machine)`, () =>
        intoPlace(file, (partial) => buildTemporal(root, partial), problemWithPinned),
      )
      if (noBuild === undefined) return found('built')
      throw new SetupFailed(whatToDo(noDownload, noBuild))
    },
    (pid) => say(`waiting: another clone (process ${pid}) is getting the Temporal server`),
  )
}

async function problemWithPinned(file) {
  const version = (await serverVersion(file))?.join('.')
  if (version === undefined) return 'what was made does not run on this machine'
  return version === PINNED_SERVER ? undefined : `it holds server ${version}, not ${PINNED_SERVER}`
}

const whatToDo = (noDownload, noBuild) => `There is no Temporal server to start.
  It cannot be downloaded: ${noDownload}
  It cannot be built: ${noBuild}
Do one of these, then start again:
  - install Go ${OLDEST_GO} or later (it builds one from tools/temporal-cli)
  - put the Temporal command line ${VERSION} on PATH as \`temporal\`, or name it in CASECLOCK_TEMPORAL_BINARY
  - set TEMPORAL_ADDRESS=host:port to a server that runs`
