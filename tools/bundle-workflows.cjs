'use strict'
// Puts the workflows into one file, as a worker runs them: else each worker that starts bundles them again. dist/workflows/index.js -> dist/workflows/bundle.js
const { writeFileSync } = require('node:fs')
const path = require('node:path')
const { bundleWorkflowCode, DefaultLogger } = require('@temporalio/worker')

const FOLDER = path.join(__dirname, '..', 'dist', 'workflows')
bundleWorkflowCode({ workflowsPath: path.join(FOLDER, 'index.js'), logger: new DefaultLogger('WARN') }).then(
  ({ code }) => writeFileSync(path.join(FOLDER, 'bundle.js'), code),
  (error) => {
    process.stderr.write(`${error.stack ?? error}\n`)
    process.exitCode = 1
  },
)
