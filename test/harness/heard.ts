import type { CDPSession, Page } from 'playwright';
import { untilStill } from './layout.ts';

/** A node of the accessibility tree: what a screen reader is told of an element. */
type Node = Awaited<ReturnType<typeof treeOf>>[number];

async function treeOf(client: CDPSession) {
  return (await client.send('Accessibility.getFullAXTree')).nodes;
}

/** Runs in the page before its own scripts: keeps every alert, in the order in which they come. */
export function keepAlerts(): void {
  const alerts: string[] = [];
  const known = new WeakMap<Element, string>();
  Object.assign(window, { alerts });
  new MutationObserver(() => {
    for (const alert of document.querySelectorAll('[role="alert"]')) {
      const words = [...alert.children].map(({ textContent }) => textContent).join(' ');
      if (words === '' || known.get(alert) === words) continue;
      known.set(alert, words);
      alerts.push(words);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** What is read out without being asked for: each alert as it came, and what other live regions say now. */
export async function saidIn(view: Page): Promise<string[]> {
  // What explains a launch is loaded after its state is said.
  await view.evaluate(untilStill);
  const alerts = await view.evaluate(() => (window as unknown as { alerts: string[] }).alerts);
  const client = await view.context().newCDPSession(view);
  const nodes = await treeOf(client);
  await client.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const wordsIn = (node: Node): string =>
    node.role?.value === 'StaticText'
      ? String(node.name?.value)
      : (node.childIds ?? []).map((id) => wordsIn(byId.get(id) ?? node)).join('');
  const polite = nodes
    .filter((node) => propertyOf(node, 'live') === 'polite')
    .map(wordsIn)
    // How far the list of flows is read says nothing of the state.
    .filter((words) => words.trim() !== '' && !words.startsWith('Flows read:'));
  return [
    ...alerts.map((words) => `at once: ${words}`),
    ...polite.map((words) => `next: ${words}`),
  ];
}

/** No view has more stops than this. */
const mostStops = 200;

/** What the focus meets, from the top of the view on, with Tab alone. */
export async function focusOrderOf(view: Page): Promise<string[]> {
  const client = await view.context().newCDPSession(view);
  await view.evaluate(() => {
    Object.assign(window, { met: new Set<Element>() });
    // A dialog keeps the focus; elsewhere it begins at the top.
    const start = document.querySelector<HTMLElement>('dialog[open]') ?? document.body;
    start.tabIndex = -1;
    start.focus();
    start.removeAttribute('tabindex');
  });
  const stops: string[] = [];
  for (let stop = 0; stop < mostStops; stop += 1) {
    await view.keyboard.press('Tab');
    const met = await view.evaluate(meetsAnother);
    if (met === 'end') break;
    if (met === 'within') continue;
    const focused = (await treeOf(client)).findLast((node) => propertyOf(node, 'focused') === true);
    stops.push(focused === undefined ? 'nothing' : toldOf(focused));
  }
  await client.detach();
  return stops;
}

/** Runs in the page: whether the focus is on an element that it was not on before, or on a part of the last. */
function meetsAnother(): 'another' | 'within' | 'end' {
  const { met } = window as unknown as { met: Set<Element> };
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return 'end';
  // The parts of a date are stops of one element.
  if ([...met].at(-1) === activeElement) return 'within';
  if (met.has(activeElement)) return 'end';
  met.add(activeElement);
  return 'another';
}

const states = [
  'required',
  'invalid',
  'expanded',
  'checked',
  'pressed',
  'disabled',
  'hasPopup',
] as const;

/** Role, name, states and description, as a screen reader is told of them. */
function toldOf(node: Node): string {
  const told = states.flatMap((name) => {
    const value = propertyOf(node, name);
    if (value === undefined || value === 'false' || (value === false && name !== 'expanded'))
      return [];
    return value === true || value === 'true' ? [name] : [`${name}: ${value}`];
  });
  const description = node.description?.value ? ` (${node.description.value})` : '';
  const value = node.value?.value ? ` = ${node.value.value}` : '';
  return (
    [`${node.role?.value} “${node.name?.value ?? ''}”${value}`, ...told].join(', ') + description
  );
}

function propertyOf(node: Node, name: string): unknown {
  return node.properties?.find((each) => each.name === name)?.value.value;
}

/** Without what another run has otherwise: times, ports, ids. */
export function steady(line: string): string {
  return line
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replace(/127\.0\.0\.1:\d+/g, 'HOST')
    .replace(/\b\d{1,2}:\d\d(:\d\d)?(\s?[AP]M)?/g, 'TIME')
    .replace(/\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g, 'DAY')
    .replace(/\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}(, \d{4})?/g, 'DATE')
    .replace(/\b\d+ s(ec)?\b/g, 'SECONDS')
    .replace(/ \(Flows read: [^)]*\)/g, '')
    .replace(/Time zone: [^.]*\./g, 'Time zone: ZONE.')
    .replace(/\s+/g, ' ')
    .trim();
}
