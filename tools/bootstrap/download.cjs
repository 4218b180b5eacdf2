'use strict'
// Gets the Temporal CLI through the SDK's own download into a folder beside the wanted file, then moves it there. Arguments: file, version.
const { mkdirSync, readdirSync, renameSync, rmSync } = require('node:fs')
const path = require('node:path')
const { TestWorkflowEnvironment } = require('@temporalio/testing')

const [, , file, version] = process.argv
const folder = `${file}-download`

const main = async () => {
  mkdirSync(folder, { recursive: true })
  try {
    const environment = await TestWorkflowEnvironment.createLocal({
      server: { executable: { type: 'cached-download', downloadDir: folder, version: `v${version}` } },
    })
    await environment.teardown()
    const [binary] = readdirSync(folder).filter((name) => name.startsWith('temporal'))
    renameSync(path.join(folder, binary), file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${String(error && error.message).split('\n')[0]}\n`)
    process.exit(1)
  },
)
