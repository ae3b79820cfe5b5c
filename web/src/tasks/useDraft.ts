import { useEffect, useRef, useState } from 'react'

/**
 * A field that is saved when it is left, or when typing rests. Until then it keeps what was typed; afterwards it shows
 * what the task has, also when that was changed elsewhere.
 */
export function useDraft(value: string, save: (text: string) => void, restMs?: number) {
  const [draft, setDraft] = useState<string | null>(null)
  const latest = useRef({ draft, value, save })
  latest.current = { draft, value, save }

  const commit = () => {
    const now = latest.current
    if (now.draft !== null && now.draft !== now.value) now.save(now.draft)
    latest.current.draft = null
    setDraft(null)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: begins again with every keystroke, that is with the draft
  useEffect(() => {
    if (draft === null || restMs === undefined) return
    const timer = setTimeout(commit, restMs)
    return () => clearTimeout(timer)
  }, [draft, restMs])

  // A field that goes away is a field that is left.
  useEffect(
    () => () => {
      const { draft, value, save } = latest.current
      if (draft !== null && draft !== value) save(draft)
    },
    [],
  )

  const discard = () => {
    latest.current.draft = null
    setDraft(null)
  }
  return { text: draft ?? value, change: setDraft, commit, discard }
}
