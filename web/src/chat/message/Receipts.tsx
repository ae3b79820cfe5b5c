import { useState } from 'react'
import { ApiError } from '../../api/problem'
import type { Operation, Receipt } from '../../api/types'
import { useText } from '../../i18n/language'
import { Button } from '../../ui/Button'
import { Icon, type IconName } from '../../ui/Icon'
import { toastError } from '../../ui/toast'
import styles from './Receipts.module.css'
import { receiptDetails } from './receiptText'
import { makeAgain, standing, type Taken, takeBack, toggleUndo, useUndone } from './undo'

const ICONS: Record<Operation, IconName> = {
  created: 'plus',
  updated: 'edit',
  completed: 'check',
  reopened: 'circle',
  deleted: 'trash',
  restored: 'retry',
}
/** More receipts than this are folded. */
const FOLD = 4

/** What a turn changed, each change with its Undo. */
export function Receipts({ receipts }: { receipts: readonly Receipt[] }) {
  const text = useText()
  const taken = useUndone(store => store.taken)
  const [busy, setBusy] = useState(false)
  const [unfolded, setUnfolded] = useState(receipts.length <= FOLD)
  if (receipts.length === 0) return null
  const stand = (receipt: Receipt) => standing(receipt, taken)
  const open = receipts.filter(receipt => canUndo(receipt, stand(receipt)))
  const allBack = receipts.every(receipt => stand(receipt).back)
  const redoable = receipts.filter(receipt => stand(receipt).back && stand(receipt).token !== null)

  // Buttons are not disabled meanwhile: one that has the focus would lose it.
  const run = async (work: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    try {
      await work()
    } catch (error) {
      toastError(error instanceof ApiError ? error.detail : text('error.unreachable'))
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className={styles.receipts}>
      {receipts.length > 1 && (
        <div className={styles.all}>
          <span>
            {text(allBack ? 'receipt.allTakenBack' : 'receipt.changes', { count: receipts.length })}
          </span>
          {receipts.length > FOLD && (
            <Button small kind="quiet" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
              {text(unfolded ? 'receipt.fold' : 'receipt.unfold')}
            </Button>
          )}
          {open.length > 1 && (
            <Button small kind="quiet" icon="undo" onClick={() => run(() => takeBack(open))}>
              {text('receipt.undoAll')}
            </Button>
          )}
          {allBack && redoable.length > 1 && (
            <Button small kind="quiet" icon="retry" onClick={() => run(() => makeAgain(redoable))}>
              {text('receipt.redoAll')}
            </Button>
          )}
        </div>
      )}
      {unfolded && (
        <ul aria-label={text('receipt.changes', { count: receipts.length })}>
          {receipts.map(receipt => (
            <ReceiptLine
              key={receipt.undo_token}
              receipt={receipt}
              onUndo={() => run(() => toggleUndo(receipt))}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

const isExpired = (receipt: Receipt) => Date.parse(receipt.expires_at) < Date.now()

/** A token of the receipt itself ends with it; one that this browser got later is newer. */
const canUndo = (receipt: Receipt, { back, token }: Taken) =>
  !back && token !== null && !(token === receipt.undo_token && isExpired(receipt))

function ReceiptLine({ receipt, onUndo }: { receipt: Receipt; onUndo: () => void }) {
  const text = useText()
  const taken = useUndone(store => store.taken)
  const stand = standing(receipt, taken)
  const { back } = stand
  const possible = back ? stand.token !== null : canUndo(receipt, stand)
  const details = receiptDetails(receipt)
  return (
    <li className={styles.receipt} data-op={receipt.op} data-back={back || undefined}>
      <span className={styles.icon}>
        <Icon name={back ? 'undo' : ICONS[receipt.op]} size={16} />
      </span>
      <span className={styles.what}>
        <span className={styles.op}>{text(back ? 'receipt.takenBack' : `receipt.${receipt.op}`)}</span>{' '}
        <span className={styles.title} dir="auto">
          {receipt.title}
        </span>
        {details.length > 0 && <span className={styles.details}>{details.join(' · ')}</span>}
      </span>
      {possible && (
        <Button
          small
          kind="quiet"
          onClick={onUndo}
          aria-label={text(back ? 'receipt.redoOne' : 'receipt.undoOne', { title: receipt.title })}
        >
          {text(back ? 'receipt.redo' : 'action.undo')}
        </Button>
      )}
    </li>
  )
}
