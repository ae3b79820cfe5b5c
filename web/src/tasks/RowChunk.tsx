import { type ReactNode, useEffect, useRef, useState } from 'react'
import styles from './TaskList.module.css'

/** Rows are kept in the page in pieces of so many; pieces far from what is seen are left out. */
export const CHUNK = 40
/** How far from what is seen a piece is kept: several screens, so that no one scrolls or steps into a gap. */
const NEAR = '1500px'
/** How high a row is before it was ever measured: a title and a line below it. */
const ROW_PX = 51

interface RowChunkProps {
  count: number
  /** Whether it is kept in any case: at the top, or with the row that has the focus or is being edited. */
  keep: boolean
  children: () => ReactNode
}

/** A piece of a list. Out of sight, it is an empty box of the height it had, so that nothing jumps. */
export function RowChunk({ count, keep, children }: RowChunkProps) {
  const [near, setNear] = useState(keep)
  const list = useRef<HTMLUListElement>(null)
  const height = useRef(ROW_PX)
  const rendered = near || keep

  useEffect(() => {
    const element = list.current
    if (!element) return
    const seen = (entries: IntersectionObserverEntry[]) => {
      // The height it has while it is there is the one it keeps when it goes.
      if (element.childElementCount > 0) height.current = element.offsetHeight / element.childElementCount
      setNear(entries.at(-1)?.isIntersecting ?? true)
    }
    const observer = new IntersectionObserver(seen, {
      root: element.closest('[data-scroll]'),
      rootMargin: NEAR,
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <ul
      ref={list}
      className={styles.rows}
      style={rendered ? undefined : { blockSize: `${height.current * count}px` }}
    >
      {rendered && children()}
    </ul>
  )
}
