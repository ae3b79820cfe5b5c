import { useEffect, useRef, useState } from 'react'
import { useText } from '../i18n/language'
import { spoken } from './spoken'
import type { Thread } from './threads'

/**
 * What a screen reader is told of the conversation: that an answer is being given, and then the answer, once and
 * whole. The list of messages itself is not live, since a growing text would be read out in fragments.
 */
export function Announcer({ thread }: { thread: Thread }) {
  const text = useText()
  const [said, setSaid] = useState('')
  const wasRunning = useRef(false)
  const phase = thread.turn?.phase
  const running = phase === 'running' || phase === 'lost' || phase === 'stopping'
  const newest = thread.messages.at(-1)

  useEffect(() => {
    if (running) setSaid(text('chat.answering'))
    else if (phase === 'stopped') setSaid(text('chat.stopped'))
    else if (wasRunning.current && newest?.role === 'assistant') setSaid(spoken(newest.content))
    wasRunning.current = running
  }, [running, phase, newest, text])

  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  )
}
