/** The longest wait, in milliseconds: a page that is not seen has no frame. */
const longest = 100;

/**
 * Resolves once the page was drawn for the first time. What is evaluated before keeps the browser from
 * drawing. https://developer.mozilla.org/en-US/docs/Web/API/Window/requestAnimationFrame
 */
export function firstFrame(): Promise<void> {
  return new Promise((resolve) => {
    // The frame is on its way to the screen in the task after the one that prepares it.
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, longest);
  });
}
