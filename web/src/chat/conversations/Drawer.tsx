import { useText } from '../../i18n/language'
import { Dialog } from '../../ui/Dialog'
import { Sidebar } from './Sidebar'

/** The sidebar, over the page, where it has no room beside it. */
export function Drawer({ onClose }: { onClose: () => void }) {
  const text = useText()
  return (
    <Dialog title={text('app.name')} shape="side" onClose={onClose}>
      <Sidebar onGo={onClose} />
    </Dialog>
  )
}
