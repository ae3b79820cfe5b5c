// Weighs the first view: what index.html names, and what those files import at once, compressed as a server sends
// it (gzip, the larger of the two usual ways). Lazily loaded parts (Markdown, settings, other languages) come later.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

const LIMIT = 250 * 1000
const dist = new URL('../dist/', import.meta.url).pathname
const html = readFileSync(join(dist, 'index.html'), 'utf8')

const seen = new Map()
const weigh = name => {
  if (seen.has(name)) return
  const content = readFileSync(join(dist, name))
  seen.set(name, gzipSync(content, { level: 9 }).length)
  if (!name.endsWith('.js')) return
  // Static imports only: `import"./x.js"`, `from"./x.js"`; a dynamic one has a parenthesis.
  for (const [, path] of content.toString().matchAll(/(?:import|from)\s*["'](\.[^"']+)["']/g)) {
    weigh(normalize(join(dirname(name), path)))
  }
}

weigh('index.html')
for (const [, path] of html.matchAll(/(?:src|href)="\/([^"]+)"/g)) {
  // The pictures for home screens are not loaded by a page that is looked at.
  if (!path.endsWith('.png')) weigh(path)
}

let total = 0
for (const [name, size] of [...seen].sort((a, b) => b[1] - a[1])) {
  total += size
  console.log(`${String(size).padStart(8)}  ${name}`)
}
const later = readdirSync(join(dist, 'assets'))
  .filter(name => /\.(js|css)$/.test(name) && !seen.has(`assets/${name}`))
  .map(name => `${name} ${gzipSync(readFileSync(join(dist, 'assets', name))).length}`)
console.log(`${String(total).padStart(8)}  bytes compressed for the first view; at most ${LIMIT}`)
console.log(`later: ${later.join(', ') || 'nothing'}`)
if (total > LIMIT) {
  console.error('The first view is too heavy.')
  process.exit(1)
}
