'use strict'
/** Sends a form as it is where nobody has filled in anything: what it carries unseen, and nothing else. The page is left. */
module.exports = ({ to, hidden, files }) => {
  const form = document.createElement('form')
  Object.assign(form, {
    method: 'post',
    action: to,
    enctype: files ? 'multipart/form-data' : 'application/x-www-form-urlencoded',
  })
  const token = document.querySelector('[name=_csrf]').value
  for (const [name, value] of [['_csrf', token], ...hidden.filter(([name]) => name !== '_csrf')]) {
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name, value })
    form.append(field)
  }
  document.body.append(form)
  form.submit()
}
