import { useEffect, useState } from 'react';
import { isNearlyUsed, type RateLimit } from '../../core/base/rate-limit.ts';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';

/** Warns that the limit of requests is nearly used up, until it is reset. */
export function RateLimitNotice({ limit }: { limit: RateLimit | undefined }) {
  const text = useText();
  const [now, setNow] = useState(() => Date.now());
  const resetAt = limit?.resetAt;
  useEffect(() => {
    if (resetAt === undefined) return;
    setNow(Date.now());
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, resetAt - Date.now()));
    return () => clearTimeout(timer);
  }, [resetAt]);
  if (!isNearlyUsed(limit, now)) return null;
  const seconds = Math.ceil((limit.resetAt - now) / 1000);
  return <Notice tone="warn">{text('rate_limit_near', { ...limit, seconds })}</Notice>;
}
