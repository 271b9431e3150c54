import type { CopiedRequest } from '../launch/curl.ts';
import { fetchCall, pythonRequests } from './code.ts';
import { dataAction, postman } from './exports.ts';
import { csharpSdk, goSdk, javaScriptSdk, javaSdk, pythonSdk } from './sdks.ts';
import { curlForBash, curlForCmd, gc, powerShell } from './shells.ts';
import { type Target, targetOf } from './target.ts';

/** A form in which a request can be copied. */
interface CopyForm {
  readonly id: string;
  /** As people call it, in every language the same. */
  readonly label: string;
  /** `undefined` where the form cannot say this request. */
  readonly write: (target: Target) => string | undefined;
}

/** All forms. Each reads the token from the environment variable `GENESYS_TOKEN`, or leaves its place open. */
const copyForms: readonly CopyForm[] = [
  { id: 'curl-bash', label: 'curl (bash)', write: curlForBash },
  { id: 'curl-cmd', label: 'curl (cmd.exe)', write: curlForCmd },
  { id: 'powershell', label: 'PowerShell', write: powerShell },
  { id: 'gc', label: 'gc (Genesys Cloud CLI)', write: gc },
  { id: 'fetch', label: 'JavaScript (fetch)', write: fetchCall },
  { id: 'javascript-sdk', label: 'JavaScript (SDK)', write: javaScriptSdk },
  { id: 'python-requests', label: 'Python (requests)', write: pythonRequests },
  { id: 'python-sdk', label: 'Python (SDK)', write: pythonSdk },
  { id: 'java-sdk', label: 'Java (SDK)', write: javaSdk },
  { id: 'csharp-sdk', label: 'C# (SDK)', write: csharpSdk },
  { id: 'go-sdk', label: 'Go (SDK)', write: goSdk },
  { id: 'postman', label: 'Postman', write: postman },
  { id: 'data-action', label: 'Data action', write: dataAction },
];

/** A request in all forms that can say it. */
export function copiesOf(request: CopiedRequest): { id: string; label: string; text: string }[] {
  const target = targetOf(request);
  return copyForms.flatMap(({ id, label, write }) => {
    const text = write(target);
    return text === undefined ? [] : [{ id, label, text }];
  });
}
