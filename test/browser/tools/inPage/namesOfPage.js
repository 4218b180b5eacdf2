'use strict'
/** What a page is called: its language, its title, and its first headings. */
module.exports = () => ({
  lang: document.documentElement.lang,
  title: document.title.trim(),
  headings: [...document.querySelectorAll('h1')].map((one) => one.textContent.replace(/\s+/g, ' ').trim()),
})
