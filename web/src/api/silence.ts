/** The server sends a heartbeat every 15 s; after two missed ones and a little, a stream is dead. */
export const SILENCE_MS = 40_000

/**
 * Watches over a stream with heartbeats: a connection that died without a word is not noticed otherwise.
 * `heard` is called with every piece, `over` at the end; `silent` is called when nothing came for too long.
 */
export function watchSilence(silent: () => void) {
  let timer = setTimeout(silent, SILENCE_MS)
  return {
    heard: () => {
      clearTimeout(timer)
      timer = setTimeout(silent, SILENCE_MS)
    },
    over: () => clearTimeout(timer),
  }
}
