/** Waits, but not longer than until the network is back or the signal is given. */
export function pause(milliseconds: number, stop?: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      stop?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    addEventListener('online', done)
    stop?.addEventListener('abort', done)
    if (stop?.aborted) done()
  })
}
