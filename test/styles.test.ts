import { expect, test } from 'vitest';
import { modules, product, read } from './module-graph.ts';

const styles = modules
  .filter((path) => path.endsWith('.css'))
  .map((path) => read(path).replaceAll(/\/\*[\s\S]*?\*\//g, ''))
  .join('\n');
const pages = ['popup', 'sidepanel', 'options', 'checker'].map((name) =>
  read(`${name}/index.html`),
);
const code = [...product.map(read), ...pages].join('\n');

test('every class that has a style is drawn', () => {
  const classes = namesIn(styles, /\.([a-z][\w-]*)(?=[^{};]*\{)/gi);
  expect(classes.length).toBeGreaterThan(100);
  expect(classes.filter((name) => !isNamed(name))).toEqual([]);
});

test('every name of a colour, a size or a speed is used', () => {
  const names = namesIn(styles, /(--[\w-]+)\s*:/g);
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => !styles.includes(`var(${name}`))).toEqual([]);
});

test('every icon is drawn', () => {
  const icons = namesIn(read('ui/kit/Icon.tsx'), /^ {2}(\w+):/gm);
  expect(icons.length).toBeGreaterThan(20);
  const parts = product.filter((path) => path.endsWith('.tsx')).map(read);
  const isDrawn = (name: string) => parts.some((it) => new RegExp(`['"]${name}['"]`).test(it));
  expect(icons.filter((name) => !isDrawn(name))).toEqual([]);
});

function namesIn(text: string, shape: RegExp): string[] {
  return [...new Set([...text.matchAll(shape)].map(([, name = '']) => name))];
}

/** Whether the code has a name, as it is or put together: `state-${tone}` makes `state-good`. */
function isNamed(name: string): boolean {
  const start = name.slice(0, name.lastIndexOf('-') + 1);
  const isWord = new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code);
  return isWord || (start !== '' && code.includes(`${start}\${`));
}
