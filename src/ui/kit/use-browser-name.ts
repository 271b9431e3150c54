import { useEffect, useState } from 'react';
import { z } from '../../core/base/zod.ts';

const hintsSchema = z.object({
  fullVersionList: z.array(z.object({ brand: z.string(), version: z.string() })),
  platform: z.string(),
  platformVersion: z.string(),
  architecture: z.string(),
});

/**
 * The browser and its system in words, for support. The user agent has only the first part of the version, so this asks
 * the browser for the rest: https://developer.mozilla.org/docs/Web/API/NavigatorUAData
 */
export function useBrowserName(): string {
  const [full, setFull] = useState<string>();
  useEffect(() => {
    void fullName().then(setFull, () => {});
  }, []);
  return full ?? navigator.userAgent;
}

async function fullName(): Promise<string> {
  const { userAgentData } = navigator as {
    userAgentData?: { getHighEntropyValues: (hints: string[]) => Promise<unknown> };
  };
  const asked = ['fullVersionList', 'platformVersion', 'architecture'];
  const hints = hintsSchema.parse(await userAgentData?.getHighEntropyValues(asked));
  const versions = hints.fullVersionList.map(({ brand, version }) => `${brand} ${version}`);
  return `${versions.join(', ')}; ${hints.platform} ${hints.platformVersion} ${hints.architecture}`;
}
