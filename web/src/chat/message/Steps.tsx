import type { Key } from '../../i18n/en'
import { useText } from '../../i18n/language'
import type { Step } from '../turn/reply'
import styles from './Steps.module.css'

const TOOLS: Record<string, Key> = {
  add_task: 'tool.add_task',
  list_tasks: 'tool.list_tasks',
  complete_task: 'tool.complete_task',
  update_task: 'tool.update_task',
  delete_task: 'tool.delete_task',
  undo: 'tool.undo',
}

/** The tools that ran for an answer: one quiet line, which opens to what went in and came out. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const text = useText()
  if (steps.length === 0) return null
  const running = steps.some(step => step.result === null && step.error === null)
  const name = (step: Step) => {
    const key = TOOLS[step.name]
    return key ? text(key) : step.name
  }
  const names = [...Map.groupBy(steps, name)].map(([label, same]) =>
    same.length > 1 ? `${label} × ${same.length}` : label,
  )
  return (
    <details className={styles.steps} data-running={running || undefined}>
      <summary>{names.join(' · ')}</summary>
      <ol>
        {steps.map(step => (
          <li key={step.id} className={styles.step}>
            <p>
              {name(step)} <code>{step.name}</code>
            </p>
            <Values label={text('tool.arguments')} value={step.arguments} />
            {step.error !== null && <p className={styles.error}>{step.error}</p>}
            {step.result && <Values label={text('tool.result')} value={step.result} />}
          </li>
        ))}
      </ol>
    </details>
  )
}

function Values({ label, value }: { label: string; value: Record<string, unknown> }) {
  return (
    <figure className={styles.values}>
      <figcaption>{label}</figcaption>
      {/* Can be scrolled, so it must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above. */}
      <pre tabIndex={0} dir="ltr">
        {JSON.stringify(value, null, 2)}
      </pre>
    </figure>
  )
}
