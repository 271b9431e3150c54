import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';

/** A screen of its own with a window manager, on which real keys and clicks can be made. */
export interface Display {
  name: string;
  /** Presses keys, as `alt+shift+g`, one after the other. */
  press(...keys: string[]): void;
  /** Clicks with a mouse button (1 left, 3 right) at a place of the screen. */
  click(button: number, x: number, y: number): void;
  /** How many windows are seen, menus among them. */
  windows(): number;
  close(): void;
}

/** What is missing for a display of our own; empty where nothing is. */
export function missingForDisplay(): string[] {
  return ['Xvfb', 'openbox', 'xdotool'].filter((tool) => spawnSync('which', [tool]).status !== 0);
}

/** Starts a display; the caller closes it. */
export async function openDisplay(): Promise<Display> {
  // The server picks a free number and writes it to the file descriptor that is named.
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()));
    server.once('exit', () => reject(new Error('Xvfb did not start')));
  });
  const name = `:${number}`;
  const env = { ...process.env, DISPLAY: name };
  const manager = spawn('openbox', { env, stdio: 'ignore' });
  const xdotool = (...args: string[]) => execFileSync('xdotool', args, { env, stdio: 'ignore' });
  const seen = ['search', '--onlyvisible', '--maxdepth', '1', '--name', ''];
  return {
    name,
    press: (...keys) => xdotool('key', '--delay', '80', ...keys),
    click: (button, x, y) =>
      xdotool('mousemove', '--sync', String(x), String(y), 'click', String(button)),
    windows: () => {
      const { stdout } = spawnSync('xdotool', seen, { env, encoding: 'utf8' });
      return stdout.split('\n').filter(Boolean).length;
    },
    close: () => end(manager, server),
  };
}

function end(...processes: ChildProcess[]): void {
  for (const each of processes) each.kill();
}
