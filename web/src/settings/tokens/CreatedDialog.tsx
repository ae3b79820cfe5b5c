import { useId, useState } from 'react'
import { useText } from '../../i18n/language'
import { Button } from '../../ui/Button'
import { copyText } from '../../ui/clipboard'
import { Dialog } from '../../ui/Dialog'
import { Choices } from '../Choices'
import styles from '../Settings.module.css'
import type { CreatedToken } from './api'
import { SNIPPETS } from './snippets'
import own from './Tokens.module.css'

/** The token's text, this once, and how to give it to an agent. */
export function CreatedDialog({ token, onClose }: { token: CreatedToken; onClose: () => void }) {
  const text = useText()
  const [chosen, setChosen] = useState(SNIPPETS[0]?.name ?? '')
  const id = useId()
  const snippet = SNIPPETS.find(each => each.name === chosen)
  return (
    <Dialog
      title={text('settings.tokens.created')}
      onClose={onClose}
      actions={
        <Button kind="primary" onClick={onClose}>
          {text('settings.tokens.ready')}
        </Button>
      }
    >
      <div className={styles.fields}>
        <p>{text('settings.tokens.once')}</p>
        <div className={styles.field}>
          <label htmlFor={id}>{text('settings.tokens.token')}</label>
          <div className={own.copyLine}>
            <input
              id={id}
              className={own.secret}
              readOnly
              value={token.token}
              onFocus={event => event.target.select()}
            />
            <CopyButton value={token.token} />
          </div>
        </div>
        <Choices
          label={text('settings.tokens.use')}
          value={chosen}
          options={SNIPPETS.map(({ name }) => ({ value: name, label: name }))}
          onChange={setChosen}
        />
        {snippet && (
          <div className={own.snippet}>
            {snippet.file && (
              <p className={styles.note}>{text('settings.tokens.file', { file: snippet.file })}</p>
            )}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by the keyboard */}
            <pre tabIndex={0}>{snippet.text(location.origin, token.token)}</pre>
            <CopyButton value={snippet.text(location.origin, token.token)} />
          </div>
        )}
      </div>
    </Dialog>
  )
}

function CopyButton({ value }: { value: string }) {
  const text = useText()
  const [copied, setCopied] = useState<string | null>(null)
  return (
    <Button
      small
      icon={copied === value ? 'check' : 'copy'}
      onClick={async () => (await copyText(value)) && setCopied(value)}
    >
      <span role="status">{text(copied === value ? 'action.copied' : 'action.copy')}</span>
    </Button>
  )
}
