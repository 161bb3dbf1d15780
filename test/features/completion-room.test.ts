import { describe, expect, test } from 'vitest';
import { fitted } from '../../server/src/features/completion-room.ts';
import { completionsIn, NOTATIONS, written } from '../helpers/features.ts';
import { CURSOR } from '../helpers/marked-text.ts';

const DETAILS = [' = 60 s (1 min)', ' = 60 s'];

describe('what is said beside a proposal', () => {
  test.each([
    ['all of it where there is room', 'HeartbeatInterval', ' = 60 s (1 min)', 'required'],
    ['the shorter words where that makes room', 'TransactionMessageRetry', ' = 60 s', 'recommended'],
    ['one of both where there is none', 'TransactionMessageRetryIntervalX', undefined, 'recommended'],
    ['nothing where the name takes all', 'A'.repeat(43), undefined, undefined],
  ])('is %s', (_what, label, detail, description) => {
    const wish = description ?? 'recommended';
    expect(fitted(label, DETAILS, [wish], 'description')).toEqual({ detail, description });
  });

  test('is the value rather than a profile', () => {
    expect(fitted('LocalAuthListMaxLengthOfAll', DETAILS, ['Local Auth List Management'], 'detail')).toEqual({
      detail: ' = 60 s (1 min)',
      description: undefined,
    });
  });

  test('is shortened where it is a long text', () => {
    const { description } = fitted(
      '0',
      [],
      [`No agreed meaning: ${'some stations '.repeat(9)}`],
      'description',
    );
    expect(description).toMatch(/^No agreed meaning: some stations .*…$/);
    expect(description?.length).toBe(49);
  });
});

describe.each(NOTATIONS)('in $name no proposal is cut by an editor', ({ name, options }) => {
  const others = { LocalPreAuthorize: 'true', ResetRetries: '3', NumberOfConnectors: '2' };

  test.each(['HeartbeatInterval', 'MeterValuesSampledData', 'ConnectorPhaseRotation', 'SecurityProfile'])(
    'for %s',
    (key) => {
      for (const proposal of completionsIn(written(name, { ...others, [key]: CURSOR }), options)) {
        const { label, detail, description } = proposal;
        const beside = (detail?.length ?? 0) + 0.85 * (description?.length ?? 0);
        if (beside > 0) expect(label.length + beside, label).toBeLessThanOrEqual(43.5);
      }
    },
  );
});
