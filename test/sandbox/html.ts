/** Text that is already safe to stand in a page. */
export interface Html {
  readonly html: string;
}

type Piece = string | number | undefined | Html | readonly Html[];

/** A template tag: everything put in is escaped, unless it came out of this tag itself. */
export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Html {
  return { html: String.raw({ raw: parts }, ...pieces.map(render)) };
}

/** Markup that is hostile or broken on purpose, and therefore not escaped. */
export function rawHtml(markup: string): Html {
  return { html: markup };
}

/** A whole page, as text. */
export function page({ title, style, body }: { title: string; style: string; body: Html }): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${rawHtml(style)}</style>
</head>
<body>
${body}
</body>
</html>
`.html;
}

function render(piece: Piece): string {
  if (piece === undefined) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
  return 'html' in piece ? piece.html : piece.map(({ html }) => html).join('\n');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
