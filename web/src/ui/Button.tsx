import type { ComponentProps } from 'react'
import styles from './Button.module.css'
import { Icon, type IconName } from './Icon'

type Kind = 'primary' | 'plain' | 'quiet' | 'danger'

interface ButtonProps extends ComponentProps<'button'> {
  kind?: Kind
  icon?: IconName
  small?: boolean
}

/** A button with a text. `type` is `button` unless said otherwise, so that none submits a form by accident. */
export function Button({ kind = 'plain', icon, small, children, className = '', ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`${styles.button} ${styles[kind]} ${small ? styles.small : ''} ${className}`}
      {...rest}
    >
      {icon && <Icon name={icon} size={small ? 16 : 18} />}
      {children}
    </button>
  )
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: IconName
  /** What it does: its name for screen readers, and its tooltip. */
  label: string
  kind?: Kind
  small?: boolean
}

export function IconButton({ icon, label, kind = 'quiet', small, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`${styles.button} ${styles.icon} ${styles[kind]} ${small ? styles.small : ''} ${className}`}
      {...rest}
    >
      <Icon name={icon} size={small ? 16 : 20} />
    </button>
  )
}
