import { create } from 'zustand'

export interface Toast {
  id: number
  message: string
  tone: 'plain' | 'error'
  action?: { label: string; run: () => void } | undefined
}

/** Long enough to read and reach it; it waits while it is hovered or focused. */
export const TOAST_MS = 10_000

let next = 1

export const useToasts = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }))

/** Says something at the edge of the page. What it offers must be reachable elsewhere too, since it goes away. */
export function toast(message: string, action?: Toast['action'], tone: Toast['tone'] = 'plain'): number {
  const id = next++
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), { id, message, tone, action }] }))
  return id
}

export const toastError = (message: string, action?: Toast['action']) => toast(message, action, 'error')

export function dismissToast(id: number) {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter(toast => toast.id !== id) }))
}

/** Takes away what no longer holds. */
export function dismissToasts(which: (toast: Toast) => boolean) {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter(toast => !which(toast)) }))
}
