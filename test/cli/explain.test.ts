/** `explain`: what is known of a name. */

import { describe, expect, test } from 'vitest';
import { run } from './support/run.ts';
import { runInside } from './support/run-inside.ts';

async function explained(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await runInside(['explain', ...words]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

describe('a key', () => {
  test('is explained with what the operator asks for', async () => {
    const text = await explained('WebSocketPingInterval');

    expect(text).toMatch(/^WebSocketPingInterval {2}OCPP 1\.6, Core\n\n/);
    expect(text).toContain('\n  takes     whole number in s\n');
    expect(text).toContain('\n  OCPP 2.x  OCPPCommCtrlr.WebSocketPingInterval\n');
    expect(text).toContain(
      '\nGreenFlux asks for (greenflux/websocket-ping-interval, mandatory)\n  - 60 to 180 s\n',
    );
    for (const heading of ['What goes wrong', 'See also', 'Seen misspelt as', 'Sources']) {
      expect(text).toContain(`\n${heading}\n  - `);
    }
    expect(text.split('\n').filter((line) => line.length > 90 && !line.includes('://'))).toEqual([]);
  });

  test('is found in any case, by a misspelling, by a near name and by its name in OCPP 2.x', async () => {
    const title = 'WebSocketPingInterval  OCPP 1.6, Core\n';

    expect((await explained('WEBSOCKETPINGINTERVAL')).startsWith(title)).toBe(true);
    expect(await explained('AuthorizationRemoteTxRequests')).toMatch(
      /^AuthorizationRemoteTxRequests is a wrong spelling of AuthorizeRemoteTxRequests\.\n/,
    );
    expect(await explained('WebSocketPingIntervall')).toMatch(
      /^There is no WebSocketPingIntervall\. Did you mean WebSocketPingInterval\?\n\nWebSocketPingInterval /,
    );
    expect(await explained('ocppcommctrlr.websocketpinginterval')).toContain(`\n${title}`);
  });

  test('shows the cases of a recommendation, and nobody asks for anything with --operator none', async () => {
    const asked = await explained('MeterValueSampleInterval');
    expect(asked).toContain('DC with smart charging: 30 s');
    expect(asked).toContain('AC without smart charging: 900 s (15 min)');

    expect(await explained('MeterValueSampleInterval', '--operator', 'none')).not.toContain('GreenFlux');
  });

  test('is data with --format json', async () => {
    const data: unknown = JSON.parse(await explained('HeartbeatInterval', '--format', 'json'));

    expect(data).toMatchObject({
      version: 1,
      kind: 'key',
      protocol: '1.6',
      key: { name: 'HeartbeatInterval' },
    });
  });
});

describe("a vendor's key", () => {
  test('is explained with what it rests on and what it is for', async () => {
    const text = await explained('maxavailablecurrent');
    expect(text).toMatch(/^MaxAvailableCurrent {2}KEBA\n\n/);
    expect(text).toContain('\n  takes    whole number in mA\n');
    expect(text).toContain('\n  - Documented for KEBA stations.\n');
    expect(text).not.toContain('required');
    expect(await explained('DefaultTokenID')).toContain(
      'On KEBA stations this is the token for free charging.',
    );
  });

  test('that several vendors have is told apart by --vendor', async () => {
    const choice = await explained('RFIDEnable');
    expect(choice).toMatch(
      /^RFIDEnable {2}no key of OCPP, but of vendors\n\n {2}- Bender: .+\n {2}- Webasto: /,
    );
    expect(choice).toContain('--vendor bender');
    expect(await explained('RFIDEnable', '--vendor', 'webasto')).toMatch(/^RFIDEnable {2}Webasto Live\n/);
  });

  test('is data with --format json', async () => {
    const one = JSON.parse(await explained('DefaultTokenID', '--format', 'json'));
    expect(one).toMatchObject({ kind: 'key', vendor: 'keba', vendorKey: { basis: 'seen' } });
    expect(one.roles).toMatchObject([{ role: 'free-vend-token' }]);
    const several = JSON.parse(await explained('RFIDEnable', '--format', 'json'));
    expect(several).toMatchObject({
      kind: 'vendor-keys',
      keys: [{ vendor: 'bender' }, { vendor: 'webasto' }],
    });
  });
});

describe('--vendor', () => {
  test('takes any name and says how a standard key is there', async () => {
    const text = await explained('HeartbeatInterval', '--vendor', 'Keba AG');
    expect(text).toMatch(/^HeartbeatInterval {2}OCPP 1\.6, Core\n/);
    expect(text).toContain('\nAs KEBA has it\n  - On KEBA stations: Called HeartBeatInterval here');
    expect(await explained('MeterValuesSampledData', '--vendor', 'vestel')).toContain(
      '\nOn some models only\n  - EVC04: Takes six measurands only',
    );
  });

  test.each([
    ['kebba', "'kebba'. Did you mean KEBA?"],
    ['schnieder', "'schnieder'. Did you mean Schneider Electric?"],
    ['nope', "'nope'"],
  ])('of nobody that is known is wrong use: %s', async (vendor, says) => {
    expect(await runInside(['explain', 'HeartbeatInterval', '--vendor', vendor])).toEqual({
      code: 2,
      stdout: '',
      stderr: `error: --vendor: nothing is known of a vendor ${says}\n`,
    });
  });
});

test('a vendor is explained: models, settings by their names, differences', async () => {
  const text = await explained('keba energy automation');
  expect(text).toMatch(/^KEBA {2}stations of this vendor\n/);
  expect(text).toContain('\n  - KeContact P30: AC\n');
  expect(text).toContain('\n  - free charging: DefaultTokenID while AuthorizationEnabled is false\n');
  expect(text).toContain('\n  - HeartbeatInterval: Called HeartBeatInterval here');
});

test('the program itself prints the same', async () => {
  expect(await run(['explain', 'HeartbeatInterval'])).toMatchObject({
    code: 0,
    stdout: await explained('HeartbeatInterval'),
    stderr: '',
  });
  expect(await run(['explain', 'xyzzy'])).toMatchObject({ code: 2, stdout: '' });
});

test('a measurand is explained, with its phase', async () => {
  const text = await explained('voltage.l1-n');

  expect(text).toMatch(/^Voltage {2}OCPP 1\.6, measurand\n/);
  expect(text).toMatch(/\n {2}phase +L1-N: first phase to neutral\n/);
});

test('a rule is explained with its page, also without the name of its operator', async () => {
  expect(await explained('value-range')).toMatch(/^value-range\n\n.+\n\nWhat it checks\n\n/s);
  const page = await explained('greenflux/websocket-ping-interval');

  expect(page).toMatch(/^greenflux\/websocket-ping-interval\n/);
  expect(page).not.toMatch(/[`#]|\/\/~/);
  expect(await explained('websocket-ping-interval')).toBe(page);
});

test.each<[name: string, says: string]>([
  ['ping', 'Did you mean WebSocketPingInterval'],
  ['xyzzy', "nothing is known of 'xyzzy'. Give the name of a key, a measurand, a rule or a vendor"],
  ['__proto__', "nothing is known of '__proto__'"],
  ['constructor', "nothing is known of 'constructor'"],
  ['', "nothing is known of ''"],
])("'%s' is not known", async (name, says) => {
  const { code, stdout, stderr } = await runInside(['explain', name]);

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(says);
  expect(stderr).toMatch(/^error: .*\n$/);
});
