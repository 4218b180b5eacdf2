// How far an import is, without loading the page again; once it is at its next step the page is.
const bar = document.getElementById('progress')
const words = document.getElementById('words')

async function look() {
  try {
    const answer = await fetch(bar.dataset.from)
    // Signed out meanwhile: the page says so.
    if (answer.redirected) return location.reload()
    if (!answer.ok) throw new Error(String(answer.status))
    const now = await answer.json()
    if (now.state !== bar.dataset.state) return location.reload()
    bar.max = now.of
    bar.value = now.done
    words.textContent = now.words
  } catch {
    words.textContent = 'Caseclock does not answer. The import goes on without this page, which asks again.'
  }
  setTimeout(look, 2000)
}
if (bar !== null) setTimeout(look, 1000)
