import { chromium, type Browser } from 'playwright-core'
import { chromiumProgram } from './chromiumProgram'

/** A Chromium that reaches nothing but this machine, and ends with the process that launched it, however that ends. */
export const launchChromium = (marks: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumProgram(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // as root Chromium refuses to start with it
      '--disable-dev-shm-usage', // containers give /dev/shm too little
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      ...marks,
    ],
  })
