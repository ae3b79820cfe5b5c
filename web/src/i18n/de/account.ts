import type { account as english } from '../en/account'
import type { Translation } from '../text'

export const account: Translation<typeof english> = {
  'account.signIn': 'Anmelden',
  'account.signUp': 'Konto anlegen',
  'account.signOut': 'Abmelden',
  'account.email': 'E-Mail-Adresse',
  'account.password': 'Passwort',
  'account.passwordHint': 'Mindestens 8 Zeichen',
  'account.passwordShow': 'Passwort anzeigen',
  'account.passwordHide': 'Passwort verbergen',
  'account.name': 'Name (freiwillig)',
  'account.toSignUp': 'Neu hier? Konto anlegen',
  'account.toSignIn': 'Schon ein Konto? Anmelden',
  'account.external': 'Die Konten kommen hier aus einer anderen App. Öffne Tasktalk von dort.',
  'account.deleted': 'Dein Konto wurde gelöscht. Du bist auf allen Geräten abgemeldet.',
  'account.working': 'Einen Moment …',
}
