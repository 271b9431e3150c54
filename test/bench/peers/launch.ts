/** A launch, as a page asks its worker for it; the measurement puts it into the page. */
export interface LaunchJob {
  url: string;
  accessToken: string;
  body: Record<string, unknown> & { flowId: string };
}

document.querySelector('button')?.addEventListener('click', () => {
  const { job } = globalThis as { job?: LaunchJob };
  void chrome.runtime.sendMessage(job);
});
