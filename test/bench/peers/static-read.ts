/** The least that fills a form from a page: one injection, one value. */
const tabId = Number(new URLSearchParams(location.search).get('tab'));
const [answer] = await chrome.scripting.executeScript({
  target: { tabId },
  func: () => document.querySelector('a[href^="tel:"]')?.getAttribute('href')?.slice(4),
});
const input = document.querySelector('input');
if (input && answer?.result) input.setAttribute('value', answer.result);

export {};
