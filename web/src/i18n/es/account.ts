import type { account as english } from '../en/account'
import type { Translation } from '../text'

export const account: Translation<typeof english> = {
  'account.signIn': 'Iniciar sesión',
  'account.signUp': 'Crear cuenta',
  'account.signOut': 'Cerrar sesión',
  'account.email': 'Correo electrónico',
  'account.password': 'Contraseña',
  'account.passwordHint': 'Al menos 8 caracteres',
  'account.passwordShow': 'Mostrar contraseña',
  'account.passwordHide': 'Ocultar contraseña',
  'account.name': 'Nombre (opcional)',
  'account.toSignUp': '¿Eres nuevo? Crea una cuenta',
  'account.toSignIn': '¿Ya tienes cuenta? Inicia sesión',
  'account.external': 'Aquí las cuentas vienen de otra aplicación. Abre Tasktalk desde ella.',
  'account.deleted': 'Tu cuenta se ha borrado. Has salido de la sesión en todos los dispositivos.',
  'account.working': 'Un momento …',
}
