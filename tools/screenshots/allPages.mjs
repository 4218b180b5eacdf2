/**
 * Every page but those of pages.mjs, to be looked at and not kept (`npm run screenshots -- --all --to FOLDER`). As there; besides, `follow` may be a list, pressed one after the
 * other; `act` does on the page what a person does there before they see it, and is done once, for both widths; `print`: as it is printed;
 * `status` where it is none of success. Pages that change something stand after those that show it unchanged.
 */
const WORKER = 'Rowan Quillgate'
const MANAGER = 'Hazel Folderholder'
const SERVICE_MANAGER = 'Alder Bindergate'
const COORDINATOR = 'Marlow Quillgate'
const ADMINISTRATOR = 'Administrator'
const OFFICER = 'Aspen Noteham'
const CASE = '/cases/N-1002919'

const SESSION = 'a[href^="/supervision/sessions/"]'
/** A session whose day has come: the first of the year, once the demo's clock has gone on some days. */
const PAST = '.cc-wall a[href^="/supervision/sessions/"]'
const list = (name) => ({ name: `list-${name}`, who: MANAGER, path: `/team/lists/${name}` })
const record = (kind) => ({ name: `record-${kind}`, who: WORKER, path: `${CASE}/record/${kind}` })
const report = (group) => ({ name: `report-${group}`, who: MANAGER, path: `/reports/${group}` })
const admin = (name) => ({ name: `admin-${name}`, who: ADMINISTRATOR, path: `/admin/${name}` })
/** Unfolds all that is folded: what is behind it is looked at too. */
const unfold = (page) =>
  page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true })")
/** Fills in the only form of the page and looks at what it would do. */
const preview = (fields) => async (page) => {
  for (const [name, value] of Object.entries(fields)) await page.locator(`main form [name="${name}"]`).fill(value)
  await page.locator('main form button').first().click()
}
/** Sends the form that goes there as it stands. */
const send = (end) => (page) => page.locator(`form[action$="${end}"] button`).first().click()
const unfolded = (one) => ({ ...one, name: `${one.name}-unfolded`, act: unfold })

export const others = [
  { name: 'signed-out', path: '/my-work' },
  { name: 'not-there', who: WORKER, path: '/cases/N-9999999', status: 404 },
  { name: 'not-theirs', who: WORKER, path: '/admin', status: 404 },
  {
    name: 'form-expired',
    who: WORKER,
    path: '/calendar',
    status: 403,
    act: async (page) => {
      await page
        .locator('main input[name=_csrf]')
        .first()
        .evaluate((one) => {
          one.value = 'old'
        })
      await page.locator('main form[method=post] button').first().click()
    },
  },

  // The social worker's
  unfolded({ name: 'my-work', who: WORKER, path: '/my-work' }),
  { name: 'my-work-manager', who: MANAGER, path: '/my-work' },
  { name: 'calendar-before', who: WORKER, path: '/calendar', follow: 'a[href^="/calendar?month="]' },
  { name: 'search-name', who: WORKER, path: '/search?q=Quill' },
  { name: 'search-nothing', who: WORKER, path: '/search?q=Nobodywell' },
  unfolded({ name: 'case', who: WORKER, path: CASE }),
  { name: 'case-closer', who: WORKER, path: CASE, follow: '#timeline a[href*="from="]' },
  ...[
    'visit-made',
    'core-group-held',
    'goal-set',
    'progress-recorded',
    'care-measured',
    'appointment-missed',
    'review-booked',
  ].map(record),
  ...[
    'meeting-cancelled',
    'safety-plan-breached',
    'dispute-raised',
    'long-plan-decided',
    'plan-ended',
    'individual-supervision-held',
  ].map(record),
  { name: 'record-late', who: WORKER, path: CASE, follow: '.cc-due a[href*="/record/"]' },
  {
    name: 'record-refused',
    who: WORKER,
    path: `${CASE}/record/visit-made`,
    status: 422,
    act: send('/record/visit-made'),
  },
  { name: 'record-correct', who: WORKER, path: `${CASE}/chronology`, follow: 'a[href*="corrects="]' },
  { name: 'closing', who: WORKER, path: `${CASE}/closing` },
  { name: 'disputes', who: WORKER, path: `${CASE}/disputes` },
  { name: 'safety-plan', who: WORKER, path: `${CASE}/safety-plan` },
  { name: 'conference-one', who: WORKER, path: `${CASE}/conferences`, follow: 'main a[href*="/conferences/"]' },
  { name: 'follow-ups-case', who: WORKER, path: `${CASE}/follow-ups` },
  unfolded({ name: 'plans', who: WORKER, path: `${CASE}/plans` }),
  { name: 'summary', who: WORKER, path: '/my-work', follow: 'a[href*="/summaries/"]' },

  // The team manager's
  ...['held-up', 'waiting', 'late', 'due-week', 'over', 'unallocated'].map(list),
  { name: 'follow-ups', who: MANAGER, path: '/follow-ups' },
  { name: 'follow-up', who: MANAGER, path: '/follow-ups', follow: 'main a[href*="/follow-ups/"]' },
  { name: 'alerts-all', who: MANAGER, path: '/escalations?list=all' },
  { name: 'alerts-told-further', who: MANAGER, path: '/escalations?told-to=service-manager' },
  {
    name: 'alert-refused',
    who: MANAGER,
    path: '/escalations',
    follow: '.cc-alert:last-child .cc-alert__what a',
    status: 422,
    act: (page) => page.getByRole('button', { name: 'Promise it' }).click(),
  },
  ...['workload', 'group-supervision', 'alerts', 'plans', 'referrals-and-workers'].map(report),
  { name: 'report-list', who: MANAGER, path: '/reports/workload', follow: 'main a[href^="/reports/workload/"]' },
  { name: 'team-above', who: SERVICE_MANAGER, path: '/team' },

  // Group supervision
  { name: 'year-move', who: COORDINATOR, path: '/supervision', follow: [SESSION, 'a[href$="/move"]'] },
  { name: 'year-cancel', who: COORDINATOR, path: '/supervision', follow: [SESSION, 'a[href$="/cancel"]'] },
  { name: 'year-longer', who: COORDINATOR, path: '/supervision', follow: [SESSION, 'a[href$="/longer"]'] },
  { name: 'year-add', who: COORDINATOR, path: '/supervision', follow: 'a[href$="/add"]' },
  { name: 'year-pattern', who: COORDINATOR, path: '/supervision', follow: 'a[href$="/pattern"]' },
  {
    name: 'year-add-preview',
    who: COORDINATOR,
    path: '/supervision',
    follow: 'a[href*="/add?on="]',
    act: (page) => page.locator('main form button').first().click(),
  },
  {
    name: 'year-move-preview',
    ...{ who: COORDINATOR, path: '/supervision', follow: [SESSION, 'a[href$="/move"]'] },
    act: async (page) => {
      const day = page.locator('main form [name="on-day"]')
      await day.fill(String(Number(await day.inputValue()) + 1))
      await preview({ reason: 'The room is taken' })(page)
    },
  },
  {
    name: 'year-cancel-preview',
    ...{ who: COORDINATOR, path: '/supervision', follow: [SESSION, 'a[href$="/cancel"]'] },
    act: preview({ reason: 'The team is at court' }),
  },
  {
    name: 'year-longer-preview',
    ...{ who: COORDINATOR, path: '/supervision', follow: [SESSION, 'a[href$="/longer"]'] },
    act: preview({ minutes: '240' }),
  },
  { name: 'session-pack', who: COORDINATOR, path: '/supervision', follow: [SESSION, 'a[href$="/paper/pack"]'] },
  {
    name: 'session-pack-print',
    who: COORDINATOR,
    path: '/supervision',
    follow: [SESSION, 'a[href$="/paper/pack"]'],
    print: true,
  },
  { name: 'session-held', who: COORDINATOR, path: '/supervision', follow: [PAST, 'a[href$="/held"]'] },
  { name: 'session-invited', who: WORKER, path: '/supervision', follow: SESSION },
  { name: 'sessions-mine', who: WORKER, path: '/supervision' },
  { name: 'room', who: MANAGER, path: '/supervision', follow: [PAST, 'a[href*="/room"]'] },

  // A safety plan, from the doorstep to the police
  { name: 'safety-plan-agreed', who: WORKER, path: `${CASE}/record/safety-plan-agreed` },
  {
    name: 'safety-plan-agreed-checked',
    ...{ who: WORKER, path: `${CASE}/record/safety-plan-agreed` },
    act: async (page) => {
      await page.locator('[name="f-how"][value=verbal]').check()
      await page.locator('[name="f-reviewMode"][value=six-weekly]').check()
      await page.locator('main form button').first().click()
    },
  },
  {
    name: 'safety-plan-runs',
    ...{ who: WORKER, path: `${CASE}/record/safety-plan-agreed?back=${CASE}/safety-plan` },
    act: async (page) => {
      await page.locator('[name="f-how"][value=verbal]').check()
      await page.locator('[name="f-reviewMode"][value=six-weekly]').check()
      await page.locator('main form button').first().click()
      await page.getByRole('button', { name: 'Save' }).click()
    },
  },
  { name: 'police', who: OFFICER, path: '/police' },
  { name: 'police-case', who: OFFICER, path: '/police', follow: 'main a[href^="/police/cases/"]' },

  // As they are printed
  { name: 'chronology-print', who: WORKER, path: `${CASE}/chronology`, print: true },
  { name: 'case-print', who: WORKER, path: CASE, print: true },
  { name: 'year-print', who: COORDINATOR, path: '/supervision', print: true },

  // The administrator's
  ...['teams', 'cover', 'calendar', 'templates', 'undelivered', 'sending', 'access', 'authority'].map(admin),
  { name: 'admin-person-new', who: ADMINISTRATOR, path: '/admin/people/new' },
  ...['roles', 'left', 'roles/'].map((path) => ({
    ...{ name: `admin-person-${path === 'roles/' ? 'role' : path}`, who: ADMINISTRATOR },
    path: '/admin/people?name=Rowan+Quillgate',
    follow: ['td a[href^="/admin/people/"]', `main a[href*="/${path}"]`],
  })),
  {
    name: 'admin-person-wrong',
    ...{ who: ADMINISTRATOR, path: '/admin/people/new', status: 422 },
    act: (page) => page.locator('main form button').click(),
  },
  {
    name: 'admin-reassign-preview',
    ...{ who: ADMINISTRATOR, path: '/admin/people?name=Rowan+Quillgate', follow: 'td a[href^="/admin/people/"]' },
    act: async (page) => {
      const form = page.locator('form[action$="/reassign"]')
      await form.locator('[name="to"]').fill('Alder Diaryton')
      await form.locator('button').click()
    },
  },
  {
    name: 'admin-rules-refused',
    ...{ who: ADMINISTRATOR, path: '/admin/rules', status: 422 },
    act: async (page) => {
      await page.locator('[name="text"]').fill('id: ours\nrules: 3')
      await page.getByRole('button', { name: 'Check it' }).click()
    },
  },
  {
    name: 'admin-rules-checked',
    ...{ who: ADMINISTRATOR, path: '/admin/rules' },
    act: async (page) => {
      await page.locator('[name="text"]').fill('england-family-safeguarding@1')
      await page.getByRole('button', { name: 'Check it' }).click()
    },
  },
  { name: 'admin-unplanned', who: ADMINISTRATOR, path: '/admin/unplanned' },
  { name: 'admin-access-case', who: ADMINISTRATOR, path: '/admin/access/N-1002919' },
  {
    name: 'import-findings',
    who: ADMINISTRATOR,
    path: '/import',
    follow: ['td a[href^="/import/"]', 'a[href$="/findings"]'],
  },
  {
    name: 'import-changes',
    who: ADMINISTRATOR,
    path: '/import',
    follow: ['td a[href^="/import/"]', 'a[href$="/changes"]'],
  },
]
