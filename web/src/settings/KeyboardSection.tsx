import { useText } from '../i18n/language'
import { TASK_SHORTCUTS } from '../tasks/shortcuts'
import styles from './Settings.module.css'

/** All keys, as the list of keys (`?`) has them. */
export function KeyboardSection() {
  const text = useText()
  return (
    <dl className={styles.keys}>
      {TASK_SHORTCUTS.map(({ keys, what }) => (
        <div key={what}>
          <dt>{text(what)}</dt>
          <dd>
            {keys.map(key => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
