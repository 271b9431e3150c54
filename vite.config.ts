import { crx } from '@crxjs/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { manifestFor } from './manifest.config.ts';
import { grammarsWithoutColours } from './scripts/grammars-without-colours.ts';
import { injectedFunctions } from './scripts/injected.ts';
import { oneFileWorker } from './scripts/one-file-worker.ts';
import { packedMessages } from './scripts/packed-messages.ts';
import { yamlWithoutWriter } from './scripts/yaml-without-writer.ts';

export default defineConfig(({ mode }) => {
  const common = {
    define: { __ALLOWS_LOOPBACK__: JSON.stringify(mode === 'sandbox') },
    plugins: [injectedFunctions()],
    build: { target: 'chrome130', minify: true },
  };
  return {
    ...common,
    plugins: [
      ...common.plugins,
      react(),
      crx({ manifest: manifestFor(mode) }),
      withoutWebAccessibleResources(),
      oneFileWorker('src/worker/main.ts', common),
      packedMessages(),
      grammarsWithoutColours(),
      yamlWithoutWriter(),
    ],
    build: {
      ...common.build,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: { codeSplitting: { groups } },
        ...(mode === 'reading' && { input: { reading: 'test/reading/index.html' } }),
      },
    },
  };
});

/**
 * Every file costs a page that loads it a millisecond or two, so what the popup loads together is few
 * files. Each group takes what its modules import along; the first that wants a module has it.
 */
const groups = [
  // The styles of the first paint, which shows no facts; what loads later brings its own. The common ones lie in a layer.
  { name: 'styles', test: /\/src\/ui\/(kit\/(?!facts)|shell\/|picker\/|set-up\/).*\.css$/ },
  // What the popup's page itself loads, so that it is drawn before the rest is there.
  { name: 'first', test: /preload-helper|\/src\/popup\/first-frame\.ts/ },
  { name: 'launcher', test: /\/src\/popup\/start\.tsx/ },
  // The form, what reads a page, and what knows the world's numbers.
  {
    name: 'form',
    test: /\/src\/(ui\/form\/ChosenFlowForm\.tsx|launcher\/(page|on-its-way|pins)\.ts|content\/in-page\.ts|core\/(page\/context|view\/form|step\/step)\.ts)/,
  },
  // What comes after the form. Each file of a few lines would weigh half a kilobyte more in the package.
  { name: 'set-up', test: /\/src\/ui\/set-up\/(SetUp|SignInPanel)\.tsx/ },
  {
    name: 'customer',
    test: /\/src\/(ui\/customer\/\w+Part\.tsx|ui\/customer\/PeopleQuestion\.tsx|launcher\/customer-part\.ts)/,
  },
  {
    name: 'dialogs',
    test: /\/src\/ui\/(picker\/FlowOptions|shell\/KeysDialog|form\/InputsAsJson)\.tsx/,
  },
  {
    name: 'result',
    test: /\/src\/ui\/(result\/LaunchView|form\/ConfirmLaunch)\.tsx/,
  },
  {
    name: 'support',
    test: /\/src\/(ui\/result\/(SupportExports|bundle-of-view)|launcher\/support)\.tsx?$/,
  },
  { name: 'why', test: /\/src\/core\/diagnosis\/launch\.ts/ },
  { name: 'history', test: /\/src\/(ui\/history\/History\.tsx|launcher\/history\.ts)/ },
  { name: 'copy', test: /\/src\/ui\/kit\/CopyAs\.tsx/ },
  // What the options begin with, and below it what they show once it is wanted.
  { name: 'options', test: /\/src\/options\/Options\.tsx/ },
  { name: 'flow-editor', test: /\/src\/options\/flows\/(MappingValues|ChoiceRows)\.tsx/ },
  {
    name: 'rollout',
    test: /\/src\/options\/rollout\/(PolicyExport|PolicyReader|Health|ClientCode)\.tsx/,
  },
  {
    name: 'checker',
    test: /\/src\/core\/(diagnosis\/pasted-request|grammar\/scanner|code\/syntax)\.ts/,
  },
];

/**
 * The bundler lets every page load the files that are injected. Injection does not need it, and a
 * page must not be able to tell that the extension is there.
 * https://developer.chrome.com/docs/extensions/reference/manifest/web-accessible-resources
 */
function withoutWebAccessibleResources(): Plugin {
  return {
    name: 'without-web-accessible-resources',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const file = bundle['manifest.json'];
      if (file?.type !== 'asset') return;
      const { web_accessible_resources: _, ...manifest } = JSON.parse(String(file.source));
      file.source = JSON.stringify(manifest, null, 2);
    },
  };
}
