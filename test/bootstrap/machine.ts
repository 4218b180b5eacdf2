import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inNode } from './inNode'

/** What the real program of the pinned version says; these stand-ins test the order of the search, not the server. */
export const PINNED = 'temporal version 1.8.2 (Server 1.31.2, UI 2.50.1)'

/** A machine made up for one test: a clone, a PATH with nothing but what the test puts there, a cache folder. */
export function makeMachine() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-machine-'))
  const at = (...names: string[]): string => path.join(folder, ...names)
  const log = at('log')
  for (const name of ['bin', 'clone/tools/bootstrap', 'clone/tools/temporal-cli', 'cache'])
    mkdirSync(at(name), { recursive: true })

  const script = (file: string, lines: string): string => {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, `#!/bin/sh\n${lines}\n`)
    chmodSync(file, 0o755)
    return file
  }
  const says = (words: string): string => `echo '${words}'`
  const env = { PATH: at('bin'), CASECLOCK_CACHE: at('cache'), HOME: folder }
  const search = (more: NodeJS.ProcessEnv = {}) =>
    inNode(
      `const { findTemporal } = await import(tools + '/bootstrap/temporalBinary.mjs')
       try { console.log(await findTemporal(${JSON.stringify(at('clone'))})) }
       catch (error) { console.error(error.constructor.name + ': ' + error.message); process.exitCode = 1 }`,
      { ...env, ...more },
    )
  const machine = {
    cached: at('cache', 'temporal', '1.8.2', 'temporal'),
    at,
    script,
    /** A `temporal` that says this version. */
    temporal: (file: string, version = PINNED) => script(file, says(version)),
    /** A Go that says this version and builds a program of these lines, after so many seconds, noting every build in the log. */
    go: ({ version = 'go1.26.8', makes = says(PINNED), takes = 0, fails = false } = {}) =>
      script(
        at('bin', 'go'),
        `if [ "$1" = version ]; then echo "go version ${version} linux/amd64"; exit 0; fi
         echo build >> '${log}'
         printf '#!/bin/sh\\n' > "$4"
         ${takes > 0 ? `/bin/sleep ${String(takes)}` : ''}
         printf '%s\\n' '${makes.replaceAll("'", `'\\''`)}' >> "$4"
         ${fails ? "echo 'link: killed' >&2; exit 1" : ''}`,
      ),
    /** What the SDK's download does, in JavaScript; `file` is where the program is wanted. */
    download: (lines: string) => {
      writeFileSync(
        at('clone', 'tools', 'bootstrap', 'download.cjs'),
        `const fs = require('fs'); const file = process.argv[2]; fs.appendFileSync(${JSON.stringify(log)}, 'download\\n'); ${lines}`,
      )
    },
    search,
    find: (more: NodeJS.ProcessEnv = {}) => search(more).ended,
    done: (): string[] => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
  machine.download("console.error('releases cannot be reached'); process.exit(1)")
  return machine
}
