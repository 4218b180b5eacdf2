/** The browser that the set-up found. Throws the sentence that says what to install when there is none. */
export function chromiumProgram(env: NodeJS.ProcessEnv = process.env): string {
  const program = env['CASECLOCK_CHROMIUM']
  if (program !== undefined && program !== '') return program
  throw new Error(
    env['CASECLOCK_NO_CHROMIUM'] ??
      'CASECLOCK_CHROMIUM is not set. Run the tests with `npm test`, which finds a Chromium, or name one.',
  )
}
