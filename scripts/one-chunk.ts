import { build, type InlineConfig } from 'vite';

/** Builds what is one file, within another build or beside it, and gives its code. */
export async function oneChunk(config: InlineConfig): Promise<string> {
  const built = await build({
    logLevel: 'warn',
    ...config,
    configFile: false,
    publicDir: false,
    build: { ...config.build, write: false },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error('Nothing was built');
  return output.output[0].code;
}
