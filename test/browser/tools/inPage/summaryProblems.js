'use strict'
const FIELD = 'input:not([type=hidden]), select, textarea'
const PART = 'form, section, h2, ul'
/**
 * What is wrong with the summary of errors of a page, one line each: it is there, focused and announced, and each error leads to a field that says it too, or
 * to the form or the part of the page that it is about. A form that no page offers (`isOffered` false) has no field to lead to.
 */
module.exports = ({ isOffered }) => {
  const summary = document.querySelector('.govuk-error-summary')
  if (summary === null) return ['has no summary of what is wrong']
  const found = []
  if (document.activeElement !== summary) found.push('the summary is not focused')
  if (summary.querySelector('[role=alert]') === null) found.push('the summary is not announced')
  if (document.querySelector('main').querySelector('.govuk-error-summary, h1') !== summary)
    found.push('the summary stands after the heading')
  if (!document.title.startsWith('Error: ')) found.push('the title does not say that there is an error')
  const lines = [...summary.querySelectorAll('.govuk-error-summary__list li')]
  if (lines.length === 0) found.push('the summary is empty')
  for (const line of isOffered ? lines : []) {
    const words = line.textContent.trim()
    const link = line.querySelector('a[href^="#"]')
    const field = link === null ? null : document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (link === null) found.push(`"${words}" is no link`)
    else if (field === null) found.push(`"${words}" leads to ${link.hash}, which is not there`)
    else if (!field.matches(FIELD)) {
      if (!field.matches(PART)) found.push(`"${words}" leads to ${link.hash}, which is no field and no form`)
    } else {
      const said = [field, field.closest('fieldset')].flatMap((one) =>
        (one?.getAttribute('aria-describedby') ?? '').split(/\s+/),
      )
      const heard = said.some(
        (id) => id !== '' && document.getElementById(id)?.classList.contains('govuk-error-message'),
      )
      if (!heard) found.push(`"${words}" is not said at its field ${link.hash}`)
    }
  }
  return found
}
