/** A page of HTML that shows each state, light and dark, and asks for its pictures as they come into view. */
export function galleryPage(names: readonly string[], languages: readonly string[]): string {
  return `<!doctype html>
<meta charset="utf-8">
<title>Kickoff: all states</title>
<style>${style}</style>
<h1>All states</h1>
<input type="search" placeholder="Search states" aria-label="Search states">
<select aria-label="Language">${languages.map((tag) => `<option>${tag}`).join('')}</select>
<main>${names.map(section).join('')}</main>
<script>${script}</script>`;
}

function section(name: string): string {
  const picture = (scheme: string) =>
    `<img loading="lazy" width="400" alt="${name}, ${scheme}" data-name="${name}" data-scheme="${scheme}">`;
  return `<section id="${name}">
  <h2>${name} <button data-open="${name}">Open</button></h2>
  <div>${picture('light')}${picture('dark')}</div>
</section>`;
}

const style = `
  body { margin: 24px; background: #ececf4; color: #24244f; font-family: system-ui, sans-serif }
  main { display: flex; flex-wrap: wrap; gap: 24px }
  section { padding: 16px; border-radius: 12px; background: #fff }
  h2 { margin: 0 0 12px; font-size: 16px }
  section div { display: flex; align-items: flex-start; gap: 12px; min-height: 320px }
  img { border-radius: 8px; box-shadow: 0 2px 12px #0003 }
  input, select { margin-bottom: 16px; padding: 6px 10px; font: inherit }
`;

const script = `
  const language = document.querySelector('select');
  const show = () => {
    for (const picture of document.querySelectorAll('img')) {
      const { name, scheme } = picture.dataset;
      picture.src = '/picture/' + name + '/' + language.value + '/' + scheme;
    }
  };
  language.addEventListener('change', show);
  show();
  document.addEventListener('click', ({ target }) => {
    const name = target.dataset?.open;
    if (name) void fetch('/open/' + name);
  });
  document.querySelector('input').addEventListener('input', ({ target }) => {
    for (const section of document.querySelectorAll('section')) {
      section.hidden = !section.id.includes(target.value);
    }
  });
`;
