import { spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { inNode } from './inNode'

const handOverTo = (lines: string) =>
  inNode(`
    const { handOver } = await import(tools + '/bootstrap/handOver.mjs')
    process.exitCode = await handOver(process.execPath, ['-e', ${JSON.stringify(lines)}], { cwd: '/', env: process.env })`)

describe('the program that runs in the place of the set-up', () => {
  it('gives its words and its exit code', async () => {
    const { code, out } = await handOverTo("console.log('hello'); process.exitCode = 3").ended
    expect({ code, out }).toEqual({ code: 3, out: 'hello\n' })
  })

  it('gets a signal once, however often it is sent, so that its orderly stop is not cut short', async () => {
    const running = handOverTo(`
      let signals = 0
      const alive = setInterval(() => {}, 1000)
      process.on('SIGTERM', () => { signals += 1; setTimeout(() => { console.log('got ' + signals); clearInterval(alive) }, 400) })
      console.error('up')`)
    await new Promise((resolve) => setTimeout(resolve, 700))
    for (let times = 0; times < 3; times += 1) running.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 100))
    running.kill('SIGTERM')
    const { code, out } = await running.ended
    expect({ code, out }).toEqual({ code: 0, out: 'got 1\n' })
  })

  it('killed, ends the set-up with the code a shell gives', async () => {
    expect((await handOverTo("process.kill(process.pid, 'SIGKILL')").ended).code).toBe(137)
  })

  it('is stopped when npm stops the shell between them, which passes nothing on', async () => {
    const handOver = pathToFileURL(path.join(__dirname, '..', '..', 'tools', 'bootstrap', 'handOver.mjs')).href
    const program =
      "console.log('up'); setInterval(() => {}, 1000); process.on('SIGTERM', () => { console.log('stopped'); process.exit(0) })"
    const setUp = `const { handOver } = await import('${handOver}')
      await handOver(process.execPath, ['-e', ${JSON.stringify(program)}], { cwd: '/', env: process.env })`
    const shell = spawn('/bin/sh', ['-c', '"$NODE" --input-type=module --eval "$SET_UP"; exit 0'], {
      env: { ...process.env, NODE: process.execPath, SET_UP: setUp, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    shell.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said === 'up\n') shell.kill('SIGTERM')
    })
    await new Promise((resolve) => shell.once('close', resolve)) // the pipe closes when the last of them has ended
    expect(said).toBe('up\nstopped\n')
  })
})
