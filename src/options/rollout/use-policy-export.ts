import { useState } from 'react';
import type { Outcome } from '../../core/base/failure.ts';
import { namesToSet, policyDocument } from '../../core/policy/document.ts';
import { isExtensionId, type PolicyBrowser } from '../../core/policy/file.ts';
import { chromeStore, edgeStore, neededHosts } from '../../core/policy/install.ts';
import { type exportWays, type PolicyText, writePolicy } from '../../core/policy/write.ts';
import type { EffectiveSettings } from '../../core/settings/managed.ts';
import { extensionId, updateUrl } from '../../platform/about.ts';

type ExportWay = (typeof exportWays)[number];

/** The choices for the export of a policy, the functions that change them, and the exported files. */
export function usePolicyExport(settings: EffectiveSettings) {
  const [browser, setBrowser] = useState<PolicyBrowser>('chrome');
  const [way, setWay] = useState<ExportWay>('google');
  const [id, setId] = useState(extensionId);
  const [address, setAddress] = useState(() => updateUrl() ?? '');
  const [withHosts, setWithHosts] = useState(false);
  const [isTold, setTold] = useState(settings.policy.disclosureGiven);
  const { disclosureGiven: _, ...all } = policyDocument(settings);
  const [left, setLeft] = useState<ReadonlySet<string>>(() => {
    const toSet = namesToSet(all, settings);
    return new Set(Object.keys(all).filter((name) => !toSet.includes(name)));
  });
  const chosen = Object.fromEntries(Object.entries(all).filter(([name]) => !left.has(name)));
  const document = isTold ? { ...chosen, disclosureGiven: true } : chosen;
  const isIdGood = isExtensionId(id.trim());
  const isAddressGood = address.trim() === '' || /^https:\/\/./i.test(address.trim());
  const installation =
    address.trim() === ''
      ? undefined
      : {
          extensionId: id.trim(),
          updateUrl: address.trim(),
          allowedHosts: withHosts ? neededHosts(settings.connections, settings.sites) : [],
        };
  return {
    ...{ browser, way, id, address, withHosts, isTold, left, isIdGood, isAddressGood, document },
    names: Object.keys(all),
    isInstalled: installation !== undefined,
    ...{ setWay, setId, setAddress, setWithHosts, setTold },
    setBrowser: (next: PolicyBrowser): void => {
      setBrowser(next);
      // The Google Admin console manages only Chrome, and each browser has a store of its own.
      if (next !== 'chrome' && way === 'google') setWay('registry');
      if (address === chromeStore && next === 'edge') setAddress(edgeStore);
      if (address === edgeStore && next !== 'edge') setAddress(chromeStore);
    },
    setName: (name: string, isSet: boolean): void => {
      const next = new Set(left);
      if (isSet) next.delete(name);
      else next.add(name);
      setLeft(next);
    },
    /** The files; undefined while a typed value is not valid. */
    written: (): Outcome<PolicyText[]> | undefined =>
      isIdGood && isAddressGood
        ? writePolicy({
            ...{ way, browser, document, installation },
            extensionId: id.trim(),
            uuid: () => crypto.randomUUID(),
          })
        : undefined,
  };
}
