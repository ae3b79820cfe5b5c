import { Link } from 'wouter'
import { useText } from '../i18n/language'
import styles from './Missing.module.css'

/** No such conversation, or no such page. */
export function Missing() {
  const text = useText()
  return (
    <div className={styles.missing}>
      <h2>{text('notFound.title')}</h2>
      <Link href="/">{text('notFound.home')}</Link>
    </div>
  )
}
