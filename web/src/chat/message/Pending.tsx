import { useEffect, useRef, useState } from 'react'
import type { PendingOption, PendingQuestion } from '../../api/types'
import { useText } from '../../i18n/language'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import styles from './Pending.module.css'

interface PendingProps {
  pending: PendingQuestion
  onChoose: (option: PendingOption) => void
  disabled: boolean
}

/** A question that waits: its candidates as buttons; a change of many tasks as a card that asks for confirmation. */
export function Pending({ pending, onChoose, disabled }: PendingProps) {
  const text = useText()
  const expired = useExpired(pending.expires_at)
  const isConfirm = pending.kind === 'confirm'
  const isDeletion = isConfirm && pending.options.some(option => option.id === 'yes')
  return (
    <section
      className={styles.pending}
      data-kind={pending.kind}
      aria-label={text(isConfirm ? 'pending.confirm' : 'pending.choose')}
    >
      {isConfirm && (
        <p className={styles.question} dir="auto">
          <Icon name="warning" />
          <span>{pending.question}</span>
        </p>
      )}
      <div className={styles.options}>
        {pending.options.map((option, index) => (
          <Button
            key={option.id}
            kind={isDeletion && index === 0 ? 'primary' : 'plain'}
            disabled={disabled || expired}
            onClick={() => onChoose(option)}
            dir="auto"
          >
            {option.label}
          </Button>
        ))}
      </div>
      <p className={styles.note}>{text(expired ? 'pending.expired' : 'pending.orWords')}</p>
    </section>
  )
}

/** Whether this instant is past; turns true by itself. */
function useExpired(instant: string): boolean {
  const [expired, setExpired] = useState(() => Date.parse(instant) <= Date.now())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const left = Date.parse(instant) - Date.now()
    setExpired(left <= 0)
    if (left > 0) timer.current = setTimeout(() => setExpired(true), left)
    return () => clearTimeout(timer.current)
  }, [instant])
  return expired
}
