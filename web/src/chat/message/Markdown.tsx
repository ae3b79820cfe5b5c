import { type ComponentType, lazy, Suspense } from 'react'
import styles from './Markdown.module.css'
import { plainText } from './plainText'

type Renderer = ComponentType<{ text: string }>

/** Once it is loaded, an answer is rendered at once. */
let loaded: Renderer | null = null

const load = async () => {
  const module = await import('./RenderedMarkdown')
  loaded = module.default
  return module
}

/** Loads the renderer before there is an answer to render. */
export const preloadMarkdown = (): Promise<unknown> => (loaded ? Promise.resolve() : load())

const Later = lazy(load)

/** A reply. Until the renderer is loaded, and when it can't be, its words without the marks. */
export function Markdown({ text }: { text: string }) {
  const Rendered = loaded ?? Later
  return (
    <div className={styles.markdown} dir="auto">
      <Suspense fallback={<p className={styles.raw}>{plainText(text)}</p>}>
        <Rendered text={text} />
      </Suspense>
    </div>
  )
}
