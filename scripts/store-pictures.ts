import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright';
import { languages } from '../src/core/settings/settings.ts';
import type { Stage } from '../test/harness/stage.ts';
import { storeFrame, storeSizes, storeTile } from './picture-frames.ts';
import {
  asHighAsItsContent,
  inState,
  openEverydayOptions,
  pageShot,
  shot,
} from './picture-views.ts';

type Language = (typeof languages)[number];

/** What each screenshot shows, in the order of the store. A language without has no pictures there. */
const headlines: Partial<Record<Language, readonly string[]>> = {
  en: [
    'Launch a workflow from any page',
    'See what became of it',
    'When it is refused, know why',
    'Every launch, in a panel beside your work',
    'Set up once, for one person or for thousands',
  ],
  de: [
    'Workflows aus jeder Seite starten',
    'Sehen, was daraus wurde',
    'Bei einer Ablehnung wissen, warum',
    'Jeder Start, in einer Leiste neben Ihrer Arbeit',
    'Einmal eingerichtet, für eine Person oder für Tausende',
  ],
  fr: [
    'Lancez un workflow depuis n’importe quelle page',
    'Voyez ce qu’il est devenu',
    'En cas de refus, sachez pourquoi',
    'Chaque lancement, dans un panneau à côté de votre travail',
    'Configuré une fois, pour une personne ou pour des milliers',
  ],
  es: [
    'Lance un flujo de trabajo desde cualquier página',
    'Vea qué fue de él',
    'Si se rechaza, sepa por qué',
    'Cada lanzamiento, en un panel junto a su trabajo',
    'Se configura una vez, para una persona o para miles',
  ],
  'pt-BR': [
    'Acione um fluxo de trabalho de qualquer página',
    'Veja o que aconteceu com ele',
    'Se for recusado, saiba por quê',
    'Cada acionamento, em um painel ao lado do seu trabalho',
    'Configurado uma vez, para uma pessoa ou para milhares',
  ],
  ja: [
    'どのページからでもワークフローを起動',
    '起動の結果をその場で確認',
    '拒否されたら、その理由がわかる',
    'すべての起動を、作業の横のパネルに',
    '設定は一度だけ。一人でも、何千人でも',
  ],
};

type Shots = Record<Language, string>;

/**
 * What the stores show: https://developer.chrome.com/docs/webstore/images#screenshots. English lies in
 * the folder itself, each other language in one of its own.
 */
export async function picturesForStore(stage: Stage, folder: string): Promise<void> {
  const address = 'https://crm.example.com/contacts/1';
  const beside = { address, page: await pageShot(stage, storeSizes.page) };
  const below = { address, page: await pageShot(stage, storeSizes.window) };
  const popup = (name: string) => inState(stage, name, 'popup', popupShots);
  const form = await popup('form');
  const completed = await popup('completed-with-some');
  const refused = await popup('refused-explained');
  const history = await inState(stage, 'history', 'panel', async (panel) => {
    await panel.setViewportSize(storeSizes.panel);
    return inLanguages(panel, () => shot(panel));
  });
  const options = await openEverydayOptions(stage);
  await options.setViewportSize(storeSizes.window);
  const setUp = await inLanguages(options, () => shot(options));
  await options.close();
  for (const language of languages) {
    const shown = headlines[language];
    if (shown === undefined) continue;
    const frames = [
      { ...below, popup: form[language] },
      { ...below, popup: completed[language] },
      { ...below, popup: refused[language] },
      { ...beside, panel: history[language] },
      { address: 'Kickoff for Genesys Cloud', page: setUp[language] },
    ];
    const name = language.replace('-', '_');
    const own = language === 'en' ? folder : `${folder}${name}/`;
    mkdirSync(own, { recursive: true });
    for (const [place, frame] of frames.entries()) {
      const headline = shown[place] ?? '';
      // The store takes JPEG as well, which is half as large.
      const file = `${own}${place + 1}.${language === 'en' ? 'png' : 'jpg'}`;
      await draw(stage, file, storeFrame({ headline, language, ...frame }), storeSizes.whole);
    }
  }
  // The name alone: it is the same in every language.
  await draw(stage, `${folder}tile.png`, storeTile(), storeSizes.tile);
}

function popupShots(popup: Page): Promise<Shots> {
  return inLanguages(popup, async () => {
    await asHighAsItsContent(popup);
    return shot(popup);
  });
}

/** Takes a view in each language: those who choose another one see it at once. */
async function inLanguages(view: Page, take: () => Promise<string>): Promise<Shots> {
  const shots: Partial<Shots> = {};
  for (const language of languages) {
    await view.evaluate(async (language) => {
      const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
      await chrome.storage.local.set({ settings: { ...settings, language } });
    }, language);
    await view.waitForFunction((tag) => document.documentElement.lang === tag, language);
    shots[language] = await take();
  }
  return shots as Shots;
}

async function draw(
  stage: Stage,
  path: string,
  html: string,
  size: { width: number; height: number },
): Promise<void> {
  const page = await stage.browser.context.newPage();
  await page.setViewportSize(size);
  await page.setContent(html);
  const isJpeg = path.endsWith('.jpg');
  await page.screenshot({ path, ...(isJpeg && { type: 'jpeg', quality: 80 }) });
  await page.close();
}
