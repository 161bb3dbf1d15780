import { describe, test } from 'vitest';
import type {
  IgnoreEntry,
  ProjectFile,
  ProjectOverride,
  ProjectStation,
} from '../../server/src/project/project-file.ts';
import { expectMembers, members, PROJECT } from './schema-parts.ts';

describe('the schema of project files has the members of the interfaces', () => {
  test.each([
    [
      'ProjectFile',
      PROJECT,
      '',
      members<ProjectFile>({
        $schema: 'optional',
        operator: 'optional',
        station: 'optional',
        rules: 'optional',
        packs: 'optional',
        profiles: 'optional',
        shapes: 'optional',
        overrides: 'optional',
        ignores: 'optional',
      }),
    ],
    [
      'ProjectStation',
      PROJECT,
      'definitions.station',
      members<ProjectStation>({
        vendor: 'optional',
        model: 'optional',
        current: 'optional',
        smartCharging: 'optional',
        protocol: 'optional',
      }),
    ],
    [
      'ProjectOverride',
      PROJECT,
      'definitions.override',
      members<ProjectOverride>({
        files: 'required',
        station: 'optional',
        operator: 'optional',
        rules: 'optional',
        shape: 'optional',
      }),
    ],
    [
      'IgnoreEntry',
      PROJECT,
      'definitions.ignore',
      members<IgnoreEntry>({ path: 'required', key: 'optional', rule: 'required', reason: 'required' }),
    ],
  ])('%s', expectMembers);
});
