import { useEffect, useState } from 'react';

/** How often what is shown of time is drawn anew, in milliseconds. */
const often = 30_000;

/** The time, in milliseconds since 1970, kept up to date where a view stays open for long. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), often);
    return () => clearInterval(timer);
  }, []);
  return now;
}
