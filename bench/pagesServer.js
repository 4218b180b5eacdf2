'use strict'
// The pages in a process of their own: `node pagesServer.js <database>`. Prints its address; ends when its input does.
const { dist } = require('./measure')

async function main([url]) {
  const { openDatabase } = dist('prisma/database.js')
  const { startWeb } = dist('client/web/startWeb.js')
  const { demoSignIn } = dist('client/web/sign-in/demoSignIn.js')
  const db = openDatabase(url)
  const none = () => Promise.resolve(0)
  const web = await startWeb({
    ...{ db, processes: { nudge: none, ensure: none }, host: '127.0.0.1', port: 0, signIn: demoSignIn },
    log: (line) => process.stderr.write(`${line}\n`),
    settings: { baseUrl: 'http://127.0.0.1', secret: 'a secret of the benchmark, 32 or more', triesPerMinute: 100_000 },
  })
  process.stdout.write(`${web.address}\n`)
  process.stdin.resume().once('end', () => process.exit(0))
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.stack}\n`)
  process.exitCode = 1
})
