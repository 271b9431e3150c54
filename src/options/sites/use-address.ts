import { useEffect } from 'react';

/** Scrolls to the section that the address names, once it is drawn. */
export function useAddress(isDrawn: boolean): void {
  useEffect(() => {
    if (isDrawn) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isDrawn]);
}
