import { create } from 'zustand'

/** What lies over the page: the finder, the list of keys, or nothing. */
type Overlay = 'finder' | 'keys' | null

export const useOverlay = create<{ overlay: Overlay }>(() => ({ overlay: null }))

export const openOverlay = (overlay: Overlay) => useOverlay.setState({ overlay })
export const closeOverlay = () => useOverlay.setState({ overlay: null })
