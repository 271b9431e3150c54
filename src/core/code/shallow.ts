import type { SeenCall } from './expressions.ts';
import { Table, textOf, type Value } from './value.ts';

/** The default of `-Depth`: https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/convertto-json */
const presetDepth = 2;

/**
 * How many levels of a body `ConvertTo-Json` of PowerShell keeps, where the body is nested deeper: it writes objects
 * below that as the name of their type. Undefined where the whole body is kept.
 */
export function keptDepth(
  calls: readonly SeenCall[],
  bodyText: string | undefined,
): number | undefined {
  const made = calls.find(
    ({ path, result }) => result === bodyText && /^convertto-json$/i.test(path),
  );
  const given = made?.args[0] ?? made?.named.get('inputobject');
  const depth = Number(textOf(made?.named.get('depth') ?? presetDepth));
  return given !== undefined && levelsIn(given) > depth ? depth : undefined;
}

/** How many levels of objects and lists lie below the outermost one. */
function levelsIn(value: Value): number {
  const inner =
    value instanceof Table ? [...value.entries.values()] : Array.isArray(value) ? value : [];
  const levels = inner
    .filter((it) => it instanceof Table || Array.isArray(it))
    .map((it) => 1 + levelsIn(it));
  return Math.max(0, ...levels);
}
