import { Component, type ReactNode } from 'react'
import styles from './CrashGuard.module.css'
import { text } from './i18n/language'
import { Button } from './ui/Button'

/** When a view breaks, says so and offers to load the page again, instead of an empty window. */
export class CrashGuard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <main className={styles.page}>
        <h1>{text('error.crash')}</h1>
        <p>{text('error.crashText')}</p>
        <Button kind="primary" icon="retry" onClick={() => location.reload()}>
          {text('error.reload')}
        </Button>
      </main>
    )
  }
}
