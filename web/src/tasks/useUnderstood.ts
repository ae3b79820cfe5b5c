import { useEffect, useState } from 'react'
import { parse } from '../api/client'
import type { Command } from '../api/types'
import { useLanguage } from '../i18n/language'
import type { Understood } from './model/draft'

/** Typing is parsed when it rests for so long. */
const REST_MS = 120

/**
 * What is put in front of words that are no request by themselves ("Report friday"), or that ask for something else
 * ("delete the old files"): in this box everything is a task to add. The engine's language, not the page's.
 */
const LEAD: Record<string, string> = { en: 'add task: ', de: 'neue Aufgabe: ', es: 'nueva tarea: ' }

function onlyAdd(commands: Command[]): Command | null {
  const [command] = commands
  return commands.length === 1 && command?.intent === 'add_task' && command.parameters.title ? command : null
}

/** Has the engine read a text as one task to add. */
export async function understand(
  text: string,
  zone: string,
  language: string,
  signal?: AbortSignal,
): Promise<Understood> {
  const read = await parse(text, zone, signal)
  const command = onlyAdd(read.commands)
  if (command) return { text, command, offset: 0 }
  const lead = LEAD[read.language ?? ''] ?? LEAD[language] ?? ''
  const again = await parse(lead + text, zone, signal)
  return { text, command: onlyAdd(again.commands), offset: [...lead].length }
}

/** What the engine makes of the text while it is typed; what it made of the text before stays until then. */
export function useUnderstood(text: string, zone: string): Understood | null {
  const [understood, setUnderstood] = useState<Understood | null>(null)
  const language = useLanguage(store => store.language)
  useEffect(() => {
    const words = text.trim()
    if (!words) return setUnderstood(null)
    const stop = new AbortController()
    const timer = setTimeout(() => {
      understand(words, zone, language, stop.signal).then(setUnderstood, () => {
        // Not reached: the words are added as they are, or the adding says what is wrong.
        if (!stop.signal.aborted) setUnderstood(null)
      })
    }, REST_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [text, zone, language])
  return understood
}
