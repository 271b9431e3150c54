import { readFileSync } from 'node:fs';

const icons = new URL('../public/icons/', import.meta.url);

/** A picture that a page can show: the address of its data. */
export function dataUrl(png: Buffer): string {
  return `data:image/png;base64,${png.toString('base64')}`;
}

interface StorePicture {
  /** As a BCP 47 tag. */
  language: string;
  /** What it shows, in a few words. */
  headline: string;
  address: string;
  /** What the window shows: a picture as wide as the window, or as what the panel leaves. */
  page: string;
  /** Hanging below the toolbar button. */
  popup?: string;
  /** Beside the page. */
  panel?: string;
}

/** The measures of a store picture, in pixels: what is shown is taken at these sizes. */
export const storeSizes = {
  whole: { width: 1280, height: 800 },
  window: { width: 1136, height: 640 },
  page: { width: 756, height: 640 },
  panel: { width: 380, height: 640 },
  tile: { width: 440, height: 280 },
};

/** A page of HTML of 1280 × 800: a plain window around what the extension really draws. */
export function storeFrame({
  language,
  headline,
  address,
  page,
  popup,
  panel,
}: StorePicture): string {
  const icon = dataUrl(readFileSync(new URL('32.png', icons)));
  return `<!doctype html>
<html lang="${language}">
<style>${frameStyle}</style>
<h1>${headline}</h1>
<div class="window">
  <div class="bar"><i></i><i></i><i></i><span>${address}</span><img class="button" src="${icon}"></div>
  <div class="inside">
    <img src="${page}">
    ${panel === undefined ? '' : `<img class="panel" src="${panel}">`}
    ${popup === undefined ? '' : `<img class="popup" src="${popup}">`}
  </div>
</div>`;
}

/** A page of HTML of 440 × 280: the small promotional tile. https://developer.chrome.com/docs/webstore/images */
export function storeTile(): string {
  const icon = dataUrl(readFileSync(new URL('128.png', icons)));
  return `<!doctype html>
<style>
  * { margin: 0 }
  body {
    display: grid; place-content: center; justify-items: center; gap: 14px; width: 440px; height: 280px;
    background: linear-gradient(160deg, #ececfb, #d9daf5); color: #24244f;
    font-family: system-ui, "Noto Sans", sans-serif;
  }
  img { width: 104px }
  h1 { font-size: 30px; font-weight: 600; letter-spacing: -0.01em }
</style>
<img src="${icon}"><h1>Kickoff</h1>`;
}

const { window } = storeSizes;

const frameStyle = `
  * { box-sizing: border-box; margin: 0 }
  body {
    width: 1280px; height: 800px; overflow: hidden;
    background: linear-gradient(160deg, #ececfb, #d9daf5); color: #24244f;
    font-family: system-ui, "Noto Sans", sans-serif;
  }
  h1 { padding: 30px 0 26px; font-size: 32px; font-weight: 600; letter-spacing: -0.01em; text-align: center }
  .window {
    width: ${window.width}px; height: 684px; margin: 0 auto; border-radius: 12px 12px 0 0;
    background: #fff; box-shadow: 0 20px 60px rgb(36 36 79 / 28%), 0 0 0 1px rgb(36 36 79 / 12%);
  }
  .bar {
    display: flex; align-items: center; gap: 8px; height: 44px; padding: 0 14px;
    border-radius: 12px 12px 0 0; background: #f1f2f7; border-bottom: 1px solid #dcdde8;
  }
  .bar i { width: 11px; height: 11px; border-radius: 50%; background: #c9cbd8 }
  .bar span {
    flex: 1; margin: 0 10px; padding: 5px 14px; border-radius: 14px; background: #fff;
    color: #565d6b; font-size: 13px;
  }
  .button { width: 28px; height: 28px; padding: 4px; border-radius: 6px; background: #e0e1f0 }
  .inside { position: relative; display: flex; height: ${window.height}px; overflow: hidden }
  .inside img { display: block }
  .panel { border-left: 1px solid #dcdde8 }
  .popup {
    position: absolute; top: 6px; right: 14px; border-radius: 10px;
    box-shadow: 0 12px 40px rgb(20 24 36 / 35%), 0 0 0 1px rgb(20 24 36 / 10%);
  }
`;
