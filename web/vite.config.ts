import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** The server that `npm run dev` talks to. */
const server = process.env.TASKTALK_SERVER ?? 'http://127.0.0.1:8002'

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    // Nothing is inlined as `data:`, which the page's content security policy would refuse.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    // The `Host` of the page is kept, so that the server takes the page's origin for its own.
    proxy: { '/api': { target: server, changeOrigin: false } },
  },
  preview: {
    proxy: { '/api': { target: server, changeOrigin: false } },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    unstubGlobals: true,
  },
})
