/** Text as HTML shows it. */
export const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const STYLE = `body{font:16px/1.5 Arial,sans-serif;color:#0b0c0c;max-width:60rem;margin:0 auto;padding:1rem}
header{border-bottom:6px solid #1d70b8;margin-bottom:1rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.5rem;border-bottom:1px solid #b1b4b6;vertical-align:top}pre{white-space:pre-wrap;font:inherit}
iframe{width:100%;height:32rem;border:1px solid #b1b4b6}a{color:#1d70b8}.quiet{color:#505a5f}`

/** A page of the inbox: its title is text, its body HTML. */
export const page = (title: string, body: string, foot = ''): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>
<style>${STYLE}</style></head><body><header><h1>${escape(title)}</h1></header><main>${body}</main>
${foot === '' ? '' : `<p class="quiet">${escape(foot)}</p>`}</body></html>`
