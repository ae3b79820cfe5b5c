/** Signing up, in and out. */
export const account = {
  'account.signIn': 'Sign in',
  'account.signUp': 'Create account',
  'account.signOut': 'Sign out',
  'account.email': 'E-mail address',
  'account.password': 'Password',
  'account.passwordHint': 'At least 8 characters',
  'account.passwordShow': 'Show password',
  'account.passwordHide': 'Hide password',
  'account.name': 'Name (optional)',
  'account.toSignUp': 'New here? Create an account',
  'account.toSignIn': 'Already have an account? Sign in',
  'account.external': 'Accounts come from another app here. Open Tasktalk from there.',
  'account.deleted': 'Your account was deleted. You are signed out on every device.',
  'account.working': 'One moment …',
} as const
