// Puts the compressed forms beside each file of the page, once, so that the server does not compress for every answer.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const dist = new URL('../dist/', import.meta.url).pathname
/** What is not compressed already. */
const COMPRESSIBLE = /\.(html|js|css|json|svg|txt|webmanifest)$/
/** A form that is hardly smaller is not worth its place in the program. */
const WORTH_IT = 0.9

const brotli = content =>
  brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  })
const gzip = content => gzipSync(content, { level: 9 })

for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !COMPRESSIBLE.test(entry.name)) continue
  const path = join(entry.parentPath, entry.name)
  const content = readFileSync(path)
  for (const [ending, compress] of [
    ['.br', brotli],
    ['.gz', gzip],
  ]) {
    const compressed = compress(content)
    if (compressed.length < content.length * WORTH_IT) writeFileSync(path + ending, compressed)
  }
}
