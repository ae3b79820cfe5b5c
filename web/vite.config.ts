import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** The server that `npm run dev` talks to. */
const server = process.env.TASKTALK_SERVER ?? 'http://127.0.0.1:8002'
// The `Host` of the page is kept, so that the server takes the page's origin for its own.
const proxy = { '/api': { target: server, changeOrigin: false } }

/** What the service worker keeps beside the hashed files. */
const STATIC = ['/before-paint.js', '/manifest.webmanifest', '/icons/icon.svg']

/** Writes `sw.js` with the names of all built files. */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = [
        '/',
        ...STATIC,
        ...Object.keys(bundle)
          .filter(name => name.startsWith('assets/'))
          .map(name => `/${name}`),
      ]
      const source = readFileSync(new URL('service-worker/sw.js', import.meta.url), 'utf8')
      const kept = STATIC.map(name => readFileSync(new URL(`public${name}`, import.meta.url)))
      const hash = createHash('sha256').update(source).update(JSON.stringify(files.toSorted()))
      for (const content of kept) hash.update(content)
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: source
          .replace('__VERSION__', hash.digest('hex').slice(0, 12))
          .replace('__FILES__', JSON.stringify(files.toSorted())),
      })
    },
  }
}

export default defineConfig({
  plugins: [react(), serviceWorker()],
  build: {
    target: 'es2023',
    // Nothing is inlined as `data:`, which the page's content security policy would refuse.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy },
  preview: { proxy },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    unstubGlobals: true,
  },
})
