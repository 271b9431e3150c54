const head = `<!doctype html><html lang="en"><title>Contacts</title>
<style>td { padding: 4px 8px } .note { color: #555 }</style>
<h1>Contacts</h1><main><table><tbody>`;

const nodesInRow = 14;

/**
 * A list of contacts as a CRM shows it, a number in every row, with so many elements and pieces of
 * text.
 */
export function longPage(nodes: number): string {
  const rows = Array.from({ length: Math.round(nodes / nodesInRow) }, (_, index) => row(index));
  return `${head}${rows.join('')}</tbody></table></main></html>`;
}

function row(index: number): string {
  const phone = `(415) 555-0${String(index % 1000).padStart(3, '0')}`;
  const year = 1990 + (index % 35);
  return (
    `<tr><td><a href="/contacts/${index}">Robin Example</a></td><td>Northbeam, <b>Sales</b></td>` +
    `<td>Portland</td><td>${phone}</td><td>${year}</td></tr>`
  );
}
