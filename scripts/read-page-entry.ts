import { readFile } from 'node:fs/promises';
import { isObject } from '../src/core/base/json.ts';
import { settingsSchema } from '../src/core/settings/settings.ts';
import type { PageToRead } from '../test/harness/page-reading.ts';

/** A page that is asked for, or what is wrong with how it is asked for. */
type Entry = PageToRead | { id: PageToRead['id']; error: string };

/** Reads one entry of the list. One without an id goes by its place. */
export async function pageToRead(entry: unknown, place: string): Promise<Entry> {
  const record: Record<string, unknown> = isObject(entry) ? entry : {};
  const id = typeof record.id === 'string' || typeof record.id === 'number' ? record.id : place;
  const bad = (error: string): Entry => ({ id, error });
  if (!isObject(entry)) return bad('An object with "html" or "file" is expected.');
  const {
    html,
    file,
    url = 'https://page.example/',
    country,
    language,
    inHouseNumbers = [],
  } = record;
  if (typeof url !== 'string' || !/^https?:$/.test(schemeOf(url)))
    return bad('"url" is no address with http: or https:.');
  if (country !== undefined && !(typeof country === 'string' && /^[A-Z]{2}$/.test(country)))
    return bad('"country" is no country as in "US" (ISO 3166).');
  if (language !== undefined && typeof language !== 'string')
    return bad('"language" is no language as in "en-US" (BCP 47).');
  const forms = settingsSchema.shape.inHouseNumbers.safeParse(inHouseNumbers);
  if (!forms.success)
    return bad(
      '"inHouseNumbers" is no list of forms as in ["6###"] (digits, and # for any digit).',
    );
  const more = {
    id,
    url,
    inHouseNumbers: forms.data,
    country: country ?? 'US',
    language: language ?? '',
  };
  if (typeof html === 'string') return { ...more, body: Buffer.from(html), charset: 'utf-8' };
  if (typeof file !== 'string') return bad('"html" or "file" is missing.');
  try {
    const body = await readFile(file);
    return { ...more, body, charset: charsetOf(body) };
  } catch (error) {
    return bad(`"file" cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

/** A file that says nothing of its encoding is UTF-8 where it can be; else the browser guesses. */
function charsetOf(body: Buffer): string | undefined {
  if (/charset\s*=/i.test(body.subarray(0, 2048).toString('latin1'))) return undefined;
  return body.toString('utf8').includes('\ufffd') ? undefined : 'utf-8';
}

function schemeOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : '';
}
