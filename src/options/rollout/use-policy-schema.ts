import { useEffect, useState } from 'react';
import type { PolicySchema } from '../../core/policy/check.ts';
import { policySchema } from '../../platform/policy-schema.ts';

/** The schema by which the browser judges a policy; undefined until it is loaded. */
export function usePolicySchema(): PolicySchema | undefined {
  const [schema, setSchema] = useState<PolicySchema>();
  useEffect(() => {
    void policySchema().then(setSchema);
  }, []);
  return schema;
}
