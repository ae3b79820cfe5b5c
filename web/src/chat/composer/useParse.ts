import { useEffect, useState } from 'react'
import { parse } from '../../api/client'
import { useSession } from '../../api/session'
import type { ParseResponse } from '../../api/types'
import { browserZone } from '../../i18n/format'

/** As long as someone types, nothing is asked. */
const QUIET_MS = 140

/** What the engine understands in the words so far; null while there is nothing to understand. */
export function useParse(words: string): ParseResponse | null {
  const [parsed, setParsed] = useState<ParseResponse | null>(null)
  const zone = useSession(session => session.user?.timezone) ?? browserZone()
  const message = words.trim()

  useEffect(() => {
    if (message.length < 3) {
      setParsed(null)
      return
    }
    const abort = new AbortController()
    const timer = setTimeout(() => {
      // Without an answer the chips are missing, and nothing else.
      parse(message, zone, abort.signal).then(setParsed, () => abort.signal.aborted || setParsed(null))
    }, QUIET_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [message, zone])

  return message.length < 3 ? null : parsed
}
