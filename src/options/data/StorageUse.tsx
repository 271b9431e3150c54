import { useEffect, useState } from 'react';
import { storageUse } from '../../platform/store/stored.ts';
import { formatCount } from '../../ui/kit/format.ts';
import { useText } from '../../ui/kit/text.ts';

/** How much of the browser's storage Kickoff uses. */
export function StorageUse() {
  const text = useText();
  const [use, setUse] = useState<{ used: number; most: number }>();
  useEffect(() => {
    void storageUse().then(setUse);
  }, []);
  if (use === undefined) return null;
  const kilobytes = (bytes: number) => formatCount(Math.ceil(bytes / 1024));
  return (
    <p className="soft small">
      {text('data_used', { used: kilobytes(use.used), most: kilobytes(use.most) })}
    </p>
  );
}
