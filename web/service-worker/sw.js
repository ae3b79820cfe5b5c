// The offline shell: the page itself, so that it opens without a network, says so, and keeps what is typed.
// Answers of the API are never kept. The build fills in the two constants (vite.config.ts).
const VERSION = 'tasktalk-__VERSION__'
const FILES = __FILES__

self.addEventListener('install', event => {
  event.waitUntil(
    caches
      .open(VERSION)
      .then(cache => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', event => {
  event.waitUntil(
    caches
      .keys()
      .then(names => Promise.all(names.filter(name => name !== VERSION).map(name => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  const isOurs = request.method === 'GET' && url.origin === location.origin
  // The API, MCP, ChatKit and the documentation are the server's alone.
  if (!isOurs || /^\/(api|mcp|chatkit|docs|health|\.well-known)(\/|$)/.test(url.pathname)) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (FILES.includes(url.pathname)) event.respondWith(file(request))
})

/** The newest page when the server answers; else the kept one. */
async function page(request) {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match('/')) ?? Response.error()
  }
}

/** Files have their content in their names: a kept one is as good as new. */
async function file(request) {
  return (await caches.match(new URL(request.url).pathname)) ?? fetch(request)
}

self.addEventListener('notificationclick', event => {
  const { task } = event.notification.data
  event.notification.close()
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then(windows => {
      const open = windows.find(client => 'focus' in client)
      if (!open) return self.clients.openWindow(`/?task=${task}`)
      open.postMessage({ type: 'show-task', task })
      return open.focus()
    }),
  )
})
