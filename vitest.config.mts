import { defineConfig } from 'vitest/config';
import { knowledgeForVite } from './scripts/knowledge-plugin.ts';

/** Unit and protocol tests. The suite under test/vscode runs inside the editor: `npm run test:editor`. */
export default defineConfig({
  plugins: [knowledgeForVite()],
  test: {
    include: ['test/**/*.test.ts', 'server/src/**/*.test.ts'],
    exclude: ['test/vscode/**', '**/node_modules/**'],
    testTimeout: 20_000,
    allowOnly: process.env.CI === undefined,
  },
});
