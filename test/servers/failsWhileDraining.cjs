'use strict'
// Loaded into a worker before anything else: its workers hand their work back, then fail.
const { Worker } = require('@temporalio/worker')
const run = Worker.prototype.run
Worker.prototype.run = async function () {
  await run.call(this)
  throw Object.assign(new Error('the last answer could not be handed back'), { code: 'TEST_DRAIN' })
}
