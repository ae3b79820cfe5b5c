import { useEffect, useState } from 'react'
import { type Wall, wallNow } from '../model/wall'

const MINUTE_MS = 60_000

/** The wall clock in a zone, to the minute; it goes on by itself. */
export function useNow(zone: string): Wall {
  const minute = () => `${wallNow(zone).slice(0, 16)}:00`
  const [now, setNow] = useState(minute)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `minute` is made of the zone alone
  useEffect(() => {
    const tick = () => setNow(minute())
    tick()
    let every: ReturnType<typeof setInterval> | undefined
    const first = setTimeout(
      () => {
        tick()
        every = setInterval(tick, MINUTE_MS)
      },
      MINUTE_MS - (Date.now() % MINUTE_MS),
    )
    document.addEventListener('visibilitychange', tick) // timers sleep in a hidden tab
    return () => {
      clearTimeout(first)
      clearInterval(every)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [zone])
  return now
}
