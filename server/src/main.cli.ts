import { Command } from 'commander';
import manifest from '../../package.json';

/** The command line, `ocpp-config`. */
new Command('ocpp-config').version(manifest.version).parse();
