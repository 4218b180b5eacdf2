'use strict'
/** Every form of the page that is sent by POST, within this machine: where to, and what it carries unseen. */
module.exports = () =>
  [...document.querySelectorAll('form')]
    .filter((form) => form.getAttribute('method') === 'post')
    .map((form) => ({
      to: new URL(form.getAttribute('action') ?? '', location.href).pathname,
      hidden: [...form.elements]
        .filter(({ type, name }) => type === 'hidden' && name !== '')
        .map(({ name, value }) => [name, value]),
      files: form.getAttribute('enctype') === 'multipart/form-data',
    }))
