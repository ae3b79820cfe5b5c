import { useState } from 'react'
import { useText } from '../i18n/language'
import { Button } from '../ui/Button'
import { toast, toastError } from '../ui/toast'
import { collectExport, saveFile } from './exportData'
import { reasonOf } from './profile'
import styles from './Settings.module.css'

/** One file with everything. It is put together here; nothing leaves for anywhere else. */
export function ExportSection() {
  const text = useText()
  const [count, setCount] = useState<number | null>(null)
  const run = async () => {
    setCount(0)
    try {
      const at = new Date().toISOString()
      const data = await collectExport(at, setCount)
      saveFile(`tasktalk-${at.slice(0, 10)}.json`, JSON.stringify(data, null, 2), 'application/json')
      toast(text('settings.data.done'))
    } catch (error) {
      toastError(text('settings.data.failed', { reason: reasonOf(error) }))
    } finally {
      setCount(null)
    }
  }
  return (
    <div className={styles.fields}>
      <p className={styles.note}>{text('settings.data.exportText')}</p>
      <div className={styles.row}>
        <Button icon="download" disabled={count !== null} onClick={() => void run()}>
          {text('settings.data.export')}
        </Button>
        <span className={styles.note} role="status">
          {count !== null && text('settings.data.running', { count })}
        </span>
      </div>
    </div>
  )
}
