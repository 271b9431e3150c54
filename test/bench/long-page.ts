const head = `<!doctype html><html lang="en"><title>Contacts</title>
<style>td { padding: 4px 8px } .note { color: #555 }</style>
<h1>Contacts</h1><main><table><tbody>`;

const nodesInRow = 15;

/**
 * A list of contacts as a CRM shows it, with so many elements and pieces of text: a number in every
 * row, and a date, an order and a sentence beside it.
 */
export function longPage(nodes: number): string {
  const rows = Array.from({ length: Math.round(nodes / nodesInRow) }, (_, index) => row(index));
  return `${head}${rows.join('')}</tbody></table></main></html>`;
}

function row(index: number): string {
  const phone = `(415) 555-0${padded(index % 1000, 3)}`;
  const date = `2026-${padded((index % 12) + 1, 2)}-${padded((index % 28) + 1, 2)} 09:41`;
  const order = `A-${padded(index % 10_000, 4)}`;
  return (
    `<tr><td><a href="/contacts/${index}">Robin Example</a></td><td>Northbeam, <b>Sales</b></td>` +
    `<td>${phone}</td><td>${date}</td><td><p>Asked about order ${order} over €${index % 900}.50, ` +
    `which was to arrive within 3 to 5 days; will call again after 14:30.</p></td></tr>`
  );
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
