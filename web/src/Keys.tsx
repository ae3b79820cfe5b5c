import { useText } from './i18n/language'
import styles from './Keys.module.css'
import { MODIFIER, SHORTCUTS } from './shortcuts'
import { Dialog } from './ui/Dialog'

/** The list of keys. */
export default function Keys({ onClose }: { onClose: () => void }) {
  const text = useText()
  return (
    <Dialog title={text('keys.title')} onClose={onClose}>
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
    </Dialog>
  )
}
