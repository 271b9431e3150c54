import type { WrittenKey } from './registry-values.ts';

/**
 * A PowerShell script that writes a policy to the registry, because Intune's settings catalog has no place for the
 * settings of an extension.
 * https://learn.microsoft.com/intune/intune-service/apps/intune-management-extension
 */
export function toScript(keys: readonly WrittenKey[]): string {
  const lines = keys.flatMap(({ path, values }) => [
    '',
    `$key = ${quoted(`HKLM:\\${path}`)}`,
    'if (-not (Test-Path $key)) { New-Item -Path $key -Force | Out-Null }',
    ...values.map(
      ({ name, value }) =>
        `New-ItemProperty -Path $key -Name ${quoted(name)} -PropertyType ${
          typeof value === 'number' ? `DWord -Value ${value}` : `String -Value ${quoted(value)}`
        } -Force | Out-Null`,
    ),
  ]);
  return [
    '# Run as the system account, in 64-bit PowerShell.',
    "$ErrorActionPreference = 'Stop'",
    ...lines,
    '',
  ].join('\r\n');
}

/** A text in single quotes, with quotes doubled; PowerShell takes curly quotes for straight ones. */
const quoted = (text: string) => `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`;
