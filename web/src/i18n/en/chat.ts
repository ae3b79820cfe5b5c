/** The conversation. */
export const chat = {
  'chat.message': 'Message',
} as const
