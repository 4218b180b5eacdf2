// How far an import is, without loading the page again; once it is at its next step the page is.
const bar = document.getElementById('progress')
const words = document.getElementById('words')

async function look() {
  const answer = await fetch(bar.dataset.from).catch(() => undefined)
  const now = answer?.ok === true ? await answer.json().catch(() => undefined) : undefined
  if (now !== undefined) {
    if (now.state !== bar.dataset.state) return location.reload()
    bar.max = now.of
    bar.value = now.done
    words.textContent = now.words
  }
  setTimeout(look, 2000)
}
if (bar !== null) setTimeout(look, 1000)
