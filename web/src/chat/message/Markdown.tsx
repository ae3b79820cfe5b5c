import { lazy, Suspense } from 'react'
import styles from './Markdown.module.css'

const Rendered = lazy(() => import('./RenderedMarkdown'))

/** A reply. Until the renderer is loaded, and when it can't be, the words as they are. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className={styles.markdown} dir="auto">
      <Suspense fallback={<p className={styles.raw}>{text}</p>}>
        <Rendered text={text} />
      </Suspense>
    </div>
  )
}
