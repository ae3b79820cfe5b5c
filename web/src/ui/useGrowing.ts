import { type RefObject, useLayoutEffect } from 'react'

const GROWS_BY_ITSELF = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')

/** Makes a text box as high as its text, in browsers that don't do so by `field-sizing`. */
export function useGrowing(box: RefObject<HTMLTextAreaElement | null>, words: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is measured anew with every change of the text.
  useLayoutEffect(() => {
    const element = box.current
    if (GROWS_BY_ITSELF || !element) return
    element.style.blockSize = 'auto'
    element.style.blockSize = `${element.scrollHeight}px`
  }, [box, words])
}
