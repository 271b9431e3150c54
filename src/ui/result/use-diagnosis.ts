import { useEffect, useState } from 'react';
import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import type { Gathered } from '../../core/diagnosis/gathered.ts';
import type { Launch } from '../../core/launch/launch.ts';

/**
 * Why a launch was refused or failed; undefined until the evidence is there, and where there is nothing to explain. The
 * code that explains is loaded only then, so that it does not delay the form.
 */
export function useDiagnosis(
  launch: Launch,
  evidence: Gathered | undefined,
): Diagnosis | undefined {
  const [made, setMade] = useState<{ launch: Launch; diagnosis: Diagnosis | undefined }>();

  useEffect(() => {
    if (evidence === undefined) return;
    let isCurrent = true;
    void import('../../core/diagnosis/launch.ts').then(({ diagnoseLaunch }) => {
      if (isCurrent) setMade({ launch, diagnosis: diagnoseLaunch(launch, evidence) });
    });
    return () => {
      isCurrent = false;
    };
  }, [launch, evidence]);

  return made?.launch.id === launch.id ? made.diagnosis : undefined;
}
