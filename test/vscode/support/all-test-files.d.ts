/** Made by the bundler: imports every test file of the suite (scripts/lib/suite-bundle.ts). */
declare module 'all-test-files';
