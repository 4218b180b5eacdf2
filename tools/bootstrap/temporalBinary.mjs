import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder } from './cacheFolder.mjs'
import { exclusively } from './exclusively.mjs'
import { run, say, SetupFailed, step } from './step.mjs'

/** The version tools/temporal-cli/go.mod pins. */
export const VERSION = '1.8.2'
const OLDEST_GO = [1, 26]
const DOWNLOAD_PATIENCE_MS = 60_000

/**
 * The `temporal` program, the first that works: a running server (TEMPORAL_ADDRESS), one on PATH, the cached one, a download, a build from
 * the pinned Go module. Answers its path, or null when a server runs already. Says which; when none works, what to install or set.
 */
export async function findTemporal(root, env = process.env) {
  if (env.TEMPORAL_ADDRESS) {
    say(`Temporal: the server at ${env.TEMPORAL_ADDRESS} (TEMPORAL_ADDRESS)`)
    return null
  }
  if (env.CASECLOCK_TEMPORAL_BINARY && (await works(env.CASECLOCK_TEMPORAL_BINARY))) {
    say('Temporal: the program CASECLOCK_TEMPORAL_BINARY names')
    return env.CASECLOCK_TEMPORAL_BINARY
  }
  if (await works('temporal')) {
    say('Temporal: the program on PATH')
    return onPath('temporal', env)
  }
  const folder = path.join(cacheFolder(env), 'temporal', VERSION)
  const cached = path.join(folder, process.platform === 'win32' ? 'temporal.exe' : 'temporal')
  const use = (how) => {
    say(`Temporal ${VERSION}: ${how}`)
    return cached
  }
  if (await works(cached)) return use('from the cache of this machine')
  return exclusively(
    path.join(folder, 'lock'),
    async () => {
      if (await works(cached)) return use('made by another clone in the meantime')
      const downloaded = await step('downloading the Temporal server', () =>
        intoPlace(cached, (partial) => download(root, partial)),
      )
      if (downloaded === undefined) return use('downloaded')
      say(`no download (${downloaded})`)
      const built = await step('building the Temporal server with Go (about 4 minutes, once per machine)', () =>
        intoPlace(cached, (partial) => build(root, partial)),
      )
      if (built === undefined) return use('built')
      throw new SetupFailed(
        `No Temporal server can be had: ${built}\nDo one of these, then start again:\n` +
          `  - install Go ${OLDEST_GO.join('.')} or later (it builds one from tools/temporal-cli)\n` +
          `  - put the Temporal CLI ${VERSION} on PATH as \`temporal\`, or name it in CASECLOCK_TEMPORAL_BINARY\n` +
          '  - set TEMPORAL_ADDRESS=host:port to a server that runs',
      )
    },
    (pid) => say(`waiting: another clone (process ${pid ?? '?'}) is getting the Temporal server`),
  )
}

/** Makes a program under another name, and gives it its own only when it works: a half-made one is never used. Answers the problem, if any. */
async function intoPlace(file, make) {
  mkdirSync(path.dirname(file), { recursive: true })
  const partial = `${file}.partial-${process.pid}`
  rmSync(partial, { force: true })
  try {
    const problem = await make(partial)
    if (problem !== undefined) return problem
    chmodSync(partial, 0o755)
    if (!(await works(partial))) return 'what was made does not run on this machine'
    renameSync(partial, file)
    return undefined
  } finally {
    rmSync(partial, { force: true })
  }
}

const works = async (program) =>
  (program === 'temporal' || existsSync(program)) &&
  (await run(program, ['--version'], { timeoutMs: 20_000 })).code === 0

const onPath = (name, env) =>
  (env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file)) ?? name

/** Through the SDK, which knows where its releases are. It starts the server once; its file is then taken from where the SDK keeps it. */
async function download(root, partial) {
  const script = path.join(root, 'tools', 'bootstrap', 'download.cjs')
  const { code, said } = await run(process.execPath, [script, partial, VERSION], {
    cwd: root,
    timeoutMs: DOWNLOAD_PATIENCE_MS,
  })
  return code === 0 ? undefined : (said.trim().split('\n').at(-1) ?? '').slice(0, 200) || 'it took longer than a minute'
}

async function build(root, partial) {
  const { code, said } = await run('go', ['version'])
  if (code === 127) return 'it cannot be downloaded, and Go is not installed.'
  const version = /go(\d+)\.(\d+)/.exec(said)
  const [major, minor] = version === null ? [0, 0] : [Number(version[1]), Number(version[2])]
  if (major < OLDEST_GO[0] || (major === OLDEST_GO[0] && minor < OLDEST_GO[1]))
    return `it cannot be downloaded, and Go ${major}.${minor} is too old.`
  const built = await run('go', ['build', '-trimpath', '-o', partial, 'github.com/temporalio/cli/cmd/temporal'], {
    cwd: path.join(root, 'tools', 'temporal-cli'),
    env: { CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' },
  })
  return built.code === 0 ? undefined : `it cannot be downloaded, and the Go build failed:\n${built.said}`
}
