import { useEffect, useState } from 'react';

/** How often components with a time are drawn again, in milliseconds. */
const interval = 30_000;

/** The current time, in milliseconds since 1970; the component is drawn again every half minute. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), interval);
    return () => clearInterval(timer);
  }, []);
  return now;
}
