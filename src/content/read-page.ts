import type { PageSnapshot, ReadingClues } from '../core/page/snapshot.ts';
import { attribute, titleOf, wholeOf } from './dom.ts';
import { placing } from './place.ts';
import { readAttributes } from './read-attributes.ts';
import { readFields } from './read-fields.ts';
import { readInputs } from './read-inputs.ts';
import { readJson } from './read-json.ts';
import { readLinks } from './read-links.ts';
import { readMarkup, readTerms } from './read-markup.ts';
import { readSelection } from './read-selection.ts';
import { readText } from './read-text.ts';
import { linkTo, readThing } from './read-thing.ts';
import { startReading } from './reading.ts';
import { isSizeable, rootsOf } from './roots.ts';

/**
 * Reads a page with its shadow roots and same-origin frames: what the person selected, what the page says about its
 * record, and text that may hold a number, the nearest first. It returns raw facts and decides nothing. It changes
 * nothing in the page. Where its time runs out, it returns what it has, with `complete: false`.
 *
 * Views and the worker inject this with `?injected`, into every frame. A frame that its parent can read leaves
 * everything to the parent, except what a site rule's selectors find in it.
 */
export function readPage(clues: ReadingClues = {}): PageSnapshot {
  const { linkUrl, selectionText, selectors = [], wanted, at } = clues;
  const isElsewhere = at !== undefined && window === top && location.href !== at;
  if (isElsewhere)
    return { url: location.href, title: '', language: '', complete: false, facts: [] };
  const reading = startReading(undefined, wanted);
  const roots = rootsOf(reading);
  const isForeign =
    window !== top && roots.length > 0 && isSizeable({ width: innerWidth, height: innerHeight });
  const link = linkUrl === undefined ? undefined : linkTo(roots, linkUrl);
  const clicked = readThing(reading, link);
  if (linkUrl) reading.tell('clicked-link', linkUrl, { place: 'selection', ...clicked });
  if (selectionText) reading.tell('selection', selectionText, { place: 'selection' });
  const placeOf = placing(readSelection(reading, roots, link !== undefined));
  readFields(reading, selectors);
  readLinks(reading, roots, placeOf);
  readAttributes(reading, roots, placeOf);
  for (const read of [readInputs, readJson, readMarkup, readTerms]) read(reading, roots);
  readText(reading, roots, placeOf);
  return {
    url: location.href,
    title: titleOf(document),
    language: attribute(wholeOf(document), 'lang') ?? '',
    complete: reading.unread.size === 0,
    unread: [...reading.unread],
    foreignFrames: reading.foreignFrames,
    isForeign,
    facts: reading.facts,
  };
}
