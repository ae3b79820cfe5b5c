import type { Message } from '../../api/types'
import { takeBack } from '../message/undo'
import { LOCAL, thread } from '../threads'
import { say } from './turn'

/** The receipts of the answer to a message of the person. */
export function receiptsAfter(id: string, message: Message) {
  const { messages } = thread(id)
  // A message that was just said may have got its own id since; until then it bears that of its answer.
  const answer = message.id.startsWith(LOCAL)
    ? messages.find(known => known.id === message.id.slice(LOCAL.length))
    : messages[messages.findIndex(known => known.id === message.id) + 1]
  return answer?.role === 'assistant' ? (answer.metadata.receipts ?? []) : []
}

/**
 * Says something in place of an earlier message. The rule: what the earlier one changed is taken back first, visibly,
 * and only then the new one is sent; so that nothing is done twice. Both stay in the conversation.
 * @throws when something can't be taken back; nothing is sent then.
 */
export async function sayInstead(
  id: string,
  message: Message,
  words: string,
  how?: { isAgain: boolean },
): Promise<void> {
  await takeBack(receiptsAfter(id, message))
  void say(id, words, how)
}
