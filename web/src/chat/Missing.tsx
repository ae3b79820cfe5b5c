import { Link } from 'wouter'
import { useText } from '../i18n/language'
import styles from './Missing.module.css'

/** No such conversation, or no such page; then it is all there is, and has the page's heading. */
export function Missing({ heading: Heading = 'h2' }: { heading?: 'h1' | 'h2' }) {
  const text = useText()
  return (
    <div className={styles.missing}>
      <Heading>{text('notFound.title')}</Heading>
      <Link href="/">{text('notFound.home')}</Link>
    </div>
  )
}
