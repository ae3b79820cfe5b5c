import { useCallback, useEffect, useRef, useState } from 'react'

/** This close to the end counts as being there, in pixels. */
const NEAR = 48

/**
 * Keeps a scrolled list at its end while things are added, unless someone has scrolled up to read.
 * `away` is whether they have; `toEnd` brings them back.
 */
export function useStickToEnd<Element extends HTMLElement>() {
  const scroller = useRef<Element>(null)
  const stuck = useRef(true)
  const [away, setAway] = useState(false)

  const toEnd = useCallback(() => {
    const element = scroller.current
    if (element) element.scrollTop = element.scrollHeight
    stuck.current = true
    setAway(false)
  }, [])

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const onScroll = () => {
      stuck.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR
      setAway(!stuck.current)
    }
    const grown = new ResizeObserver(() => {
      if (stuck.current) element.scrollTop = element.scrollHeight
    })
    element.addEventListener('scroll', onScroll, { passive: true })
    grown.observe(element)
    for (const child of element.children) grown.observe(child)
    return () => {
      element.removeEventListener('scroll', onScroll)
      grown.disconnect()
    }
  }, [])

  return { scroller, away, toEnd }
}
