import type { Delivery } from './deliver'

/**
 * Turns that were sent and not yet answered, by conversation. Kept by this tab's session storage, so that loading the
 * page again sends them again under the same key, and gets the answer that the server has stored meanwhile.
 */
export interface UnderWay {
  delivery: Delivery
  said: string
}

const key = (id: string) => `tasktalk.underWay.${id}`

export function rememberUnderWay(id: string, found: UnderWay) {
  try {
    sessionStorage.setItem(key(id), JSON.stringify(found))
  } catch {
    // Storage is full or forbidden: then a reload does not take it up.
  }
}

export function forgetUnderWay(id: string) {
  try {
    sessionStorage.removeItem(key(id))
  } catch {
    // Nothing was kept.
  }
}

export function underWay(id: string): UnderWay | null {
  try {
    const kept = sessionStorage.getItem(key(id))
    return kept ? (JSON.parse(kept) as UnderWay) : null
  } catch {
    return null
  }
}
