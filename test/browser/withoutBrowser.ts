/** With CASECLOCK_WITHOUT_BROWSER=1 every test of this project is counted as skipped: nobody takes a page that was not looked at for one that passed. */
if (process.env['CASECLOCK_WITHOUT_BROWSER'] === '1') {
  process.stderr.write('\nBROWSER TEST SKIPPED, CASECLOCK_WITHOUT_BROWSER=1\n')
  const { skip } = globalThis.describe
  globalThis.describe = Object.assign(skip, { only: skip, skip })
}
