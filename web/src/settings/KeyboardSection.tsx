import { useText } from '../i18n/language'
import { MODIFIER, SHORTCUTS } from '../shortcuts'
import styles from './Settings.module.css'

/** All keys, as the list of keys (`?`) has them. */
export function KeyboardSection() {
  const text = useText()
  return (
    <dl className={styles.keys}>
      {SHORTCUTS.map(({ keys, what }) => (
        <div key={what}>
          <dt>{text(what)}</dt>
          <dd>
            {keys.map(key => (
              <kbd key={key}>{key === 'Mod' ? MODIFIER : key}</kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
