import { useState } from 'react'
import type { Conversation } from '../../api/types'
import { useText } from '../../i18n/language'
import { Menu } from '../../ui/Menu'
import { deleteWithUndo } from './deleteWithUndo'
import { RenameDialog } from './RenameDialog'

/** What can be done with a conversation. */
export function ConversationMenu({
  conversation,
  small = false,
}: {
  conversation: Conversation
  small?: boolean
}) {
  const text = useText()
  const [renaming, setRenaming] = useState(false)
  return (
    <>
      <Menu
        small={small}
        label={text('conversation.actions', { title: conversation.title })}
        items={[
          { label: text('conversation.rename'), icon: 'edit', onSelect: () => setRenaming(true) },
          {
            label: text('action.delete'),
            icon: 'trash',
            danger: true,
            onSelect: () => deleteWithUndo(conversation),
          },
        ]}
      />
      {renaming && <RenameDialog conversation={conversation} onClose={() => setRenaming(false)} />}
    </>
  )
}
