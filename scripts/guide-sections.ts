import type { Browser } from '../test/harness/browser.ts';
import { pastedForms } from '../test/harness/pasted-forms.ts';
import { openOptions, pictureOf } from './guide-views.ts';

/** Each part of Rollout with something in it. */
export async function rollout(browser: Browser): Promise<void> {
  const parts = [
    ['These settings as a policy', 'Everything in it applies.', 'policy'],
    ['Read a policy', undefined, 'read'],
    ['The OAuth client and the roles as code', 'genesyscloud_oauth_client', 'client'],
    ['Health of this installation', 'Last errors', 'health'],
  ] as const;
  for (const [name, words, picture] of parts) {
    const options = await openOptions(browser);
    const section = options.locator('#rollout');
    await section.getByRole('button', { name }).click();
    if (picture === 'read') {
      const policy = { defaultCountry: 'AT', notifications: true, days: 3 };
      await section.getByLabel('Policy', { exact: true }).fill(JSON.stringify(policy));
    }
    await section
      .getByText(words ?? 'The browser withholds this')
      .first()
      .waitFor();
    await pictureOf(options, 'rollout', `rollout-${picture}`);
    await options.close();
  }
}

/** The checker with code, an export and an execution in it. */
export async function checker(browser: Browser): Promise<void> {
  const options = await openOptions(browser);
  const pictures = [
    ['python', 'py-request-postman', 'A launch of a flow'],
    ['exports', 'n8n-workflow', 'Corrected request'],
    ['answers', 'body-and-run', 'The record of an execution'],
  ] as const;
  for (const [group, name, words] of pictures) {
    const form = pastedForms.find((it) => it.group === group && it.name === name);
    await options.locator('#doctor textarea').fill(form?.pasted ?? '');
    await options.locator('#doctor').getByText(words).first().waitFor();
    await pictureOf(options, 'doctor', `checker-${group}`);
  }
  await options.close();
}
