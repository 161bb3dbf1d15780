import { describe, expect, test } from 'vitest';
import { Cancelled } from '../../server/src/lsp/cancellation.ts';
import { Snapshot } from '../../server/src/lsp/snapshot.ts';
import { manyEntries } from '../helpers/many-entries.ts';
import { withDefaults } from '../helpers/problems.ts';

/** So large that no machine understands it in one slice. */
const LARGE = manyEntries(100_000);

/** @param onPause is told of each pause, in which others may work */
function snapshotOf(text: string, onPause: (snapshot: Snapshot) => void): Snapshot {
  const document = { uri: 'file:///a.json', languageId: 'json', version: 1, text };
  const snapshot: Snapshot = new Snapshot(document, withDefaults({ path: 'a.json' }), {
    id: '1',
    ours: 'perhaps',
    pause: async () => onPause(snapshot),
  });
  return snapshot;
}

describe('a text that takes long', () => {
  test('lets others work while it is understood and analysed', async () => {
    let pauses = 0;
    const snapshot = snapshotOf(LARGE, () => {
      pauses++;
    });
    const understood = await snapshot.understood();
    expect(understood?.document.scopes[0]?.entries).toHaveLength(100_001);
    const pausesToUnderstand = pauses;
    expect(pausesToUnderstand).toBeGreaterThan(3);
    const analysis = await snapshot.analysis();
    expect(analysis?.problems.map(({ rule }) => rule)).toContain('value-type');
    expect(pauses).toBeGreaterThan(pausesToUnderstand);
  });

  test('is understood once, however many ask for it at the same time', async () => {
    const snapshot = snapshotOf(LARGE, () => undefined);
    const [understood, analysis] = await Promise.all([snapshot.understood(), snapshot.analysis()]);
    expect(analysis?.document).toBe(understood?.document);
  });

  test.each(['understood', 'analysis'] as const)(
    '%s: ends at the next pause once a newer one is there',
    async (what) => {
      let pauses = 0;
      const snapshot = snapshotOf(LARGE, (abandoned) => {
        pauses++;
        abandoned.abandon();
      });
      await expect(snapshot[what]()).rejects.toThrow(Cancelled);
      expect(pauses).toBe(1);
    },
  );
});
