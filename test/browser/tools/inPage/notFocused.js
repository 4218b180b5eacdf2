'use strict'

/** What the Tab key could have come to and did not. Of radio buttons of one name it comes to one. */
module.exports = () => {
  const { reachable, reached } = globalThis.caseclockTabbing
  return reachable
    .filter((element) => element.isConnected && !reached.has(element) && !isOneOfReached(element))
    .map((element) => {
      const text =
        element.textContent.trim() || element.getAttribute('aria-label') || element.getAttribute('name') || element.id
      return `${element.localName} "${text.replace(/\s+/g, ' ').slice(0, 60)}"`
    })

  function isOneOfReached(element) {
    if (element.type !== 'radio' || element.name === '') return false
    return [...reached].some(
      ({ type, name, form }) => type === 'radio' && name === element.name && form === element.form,
    )
  }
}
