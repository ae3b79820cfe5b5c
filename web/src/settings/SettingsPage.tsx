import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '../i18n/language'
import { Icon } from '../ui/Icon'
import { AccountSection } from './AccountSection'
import { AppearanceSection } from './AppearanceSection'
import { ExportSection } from './ExportSection'
import { KeyboardSection } from './KeyboardSection'
import { ModelSection } from './ModelSection'
import { ProfileSection } from './ProfileSection'
import { RemindersSection } from './RemindersSection'
import styles from './SettingsPage.module.css'
import { TokensSection } from './tokens/TokensSection'

/** Profile, zone, language, theme, reminders, tokens, consent, export, and the end of the account. */
export default function SettingsPage() {
  const text = useText()
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Link href="/" className={styles.back ?? ''} aria-label={text('action.back')}>
          <Icon name="left" />
        </Link>
        <h1>{text('settings.title')}</h1>
      </header>
      <div className={styles.content}>
        <Section title={text('settings.profile.title')}>
          <ProfileSection />
        </Section>
        <Section title={text('settings.page.title')}>
          <AppearanceSection />
        </Section>
        <Section title={text('settings.reminders.title')}>
          <RemindersSection />
        </Section>
        <Section title={text('settings.tokens.title')}>
          <TokensSection />
        </Section>
        <Section title={text('settings.model.title')}>
          <ModelSection />
        </Section>
        <Section title={text('settings.data.title')}>
          <ExportSection />
        </Section>
        <Section title={text('settings.keys.title')}>
          <KeyboardSection />
        </Section>
        <Section title={text('settings.account.title')}>
          <AccountSection />
        </Section>
      </div>
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
