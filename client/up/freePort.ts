import { createServer } from 'node:net'

/** A port of the loopback address that nobody listens on now. Throws with a sentence when there is none. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => {
      reject(
        new Error(
          `No free port on this machine's loopback address (${error.message}). Close a program that holds many, then start again.`,
        ),
      )
    })
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('The system named no port.'))
        else resolve(address.port)
      })
    })
  })

/** Whether a port of the loopback address is free. */
export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => {
      resolve(false)
    })
    probe.listen(port, '127.0.0.1', () =>
      probe.close(() => {
        resolve(true)
      }),
    )
  })
