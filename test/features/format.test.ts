import { describe, expect, test } from 'vitest';
import { formatEdits } from '../../server/src/features/format.ts';
import type { TextLayout } from '../../server/src/formats/layout.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { INI, understoodText } from '../helpers/features.ts';
import type { CheckOptions } from '../helpers/problems.ts';

const LAYOUT: TextLayout = { tabSize: 2, insertSpaces: true, insertFinalNewline: false, separators: 'auto' };

function formatted(text: string, options: CheckOptions = INI, layout: Partial<TextLayout> = {}): string {
  return applyEdits(text, formatEdits(understoodText(text, options), { ...LAYOUT, ...layout }));
}

describe('INI', () => {
  test('blanks: at the ends of lines, round separators, before keys', () => {
    expect(
      formatted(
        '[Ocpp]  \nHeartbeatInterval=900  \n ConnectionTimeOut =60\nResetRetries= 3\t\nBlinkRepeat=1\n',
      ),
    ).toBe('[Ocpp]\nHeartbeatInterval=900\n ConnectionTimeOut=60\nResetRetries=3\nBlinkRepeat=1\n');
  });

  test('separators as most of the file has them', () => {
    expect(formatted('[Ocpp]\nHeartbeatInterval = 900\nConnectionTimeOut = 60\nResetRetries=3\n')).toBe(
      '[Ocpp]\nHeartbeatInterval = 900\nConnectionTimeOut = 60\nResetRetries = 3\n',
    );
  });

  test('columns stay columns, also for a new line among them', () => {
    expect(
      formatted(
        '[Ocpp]\nHeartbeatInterval = 900\nResetRetries      = 3\nConnectionTimeOut=60\n\nBlinkRepeat=1\nLightIntensity=3\nMinimumStatusDuration=1\n',
      ),
    ).toBe(
      '[Ocpp]\nHeartbeatInterval = 900\nResetRetries      = 3\nConnectionTimeOut = 60\n\nBlinkRepeat=1\nLightIntensity=3\nMinimumStatusDuration=1\n',
    );
  });

  test('columns of values', () => {
    expect(formatted('[Ocpp]\nHeartbeatInterval=  900\nResetRetries=       3\nBlinkRepeat=1\n')).toBe(
      '[Ocpp]\nHeartbeatInterval= 900\nResetRetries=      3\nBlinkRepeat=       1\n',
    );
  });

  test.each<[TextLayout['separators'], string]>([
    ['tight', 'HeartbeatInterval=900\nResetRetries=3'],
    ['spaced', 'HeartbeatInterval = 900\nResetRetries = 3'],
    ['aligned', 'HeartbeatInterval = 900\nResetRetries      = 3'],
  ])('separators as the setting wants them: %s', (separators, entries) => {
    const text = '[Ocpp]\nHeartbeatInterval =900\nResetRetries= 3\n';
    expect(formatted(text, INI, { separators })).toBe(`[Ocpp]\n${entries}\n`);
  });

  test('blank lines: one at most, one before a section and the comments above it, none at either end', () => {
    const text =
      '\n\n# mine\n[Core]\nHeartbeatInterval=900\n\n \n\nResetRetries=3\n# of the next\n[SmartCharging]\nChargeProfileMaxStackLevel=3\n\n\n';
    expect(formatted(text)).toBe(
      '# mine\n[Core]\nHeartbeatInterval=900\n\nResetRetries=3\n\n# of the next\n[SmartCharging]\nChargeProfileMaxStackLevel=3\n',
    );
  });

  test('entries that are indented as a rule are indented alike', () => {
    const text = '[Ocpp]\n    HeartbeatInterval=900\n    ResetRetries=3\n[Acme]\nMode=1\n';
    expect(formatted(text, INI, { tabSize: 4 })).toBe(
      '[Ocpp]\n    HeartbeatInterval=900\n    ResetRetries=3\n\n[Acme]\n    Mode=1\n',
    );
    expect(formatted(text, INI, { insertSpaces: false })).toContain('\n\tResetRetries=3\n');
  });

  test('a line that may belong to the value above keeps its indentation', () => {
    const text = '[Ocpp]\nMeterValuesSampledData=Voltage,\n  Extra=1\nResetRetries=3\n';
    expect(formatted(text)).toBe(text);
  });

  test('a value that would become a comment stays as it is', () => {
    const text = '[Ocpp]\nHeartbeatInterval = 900\nResetRetries = 3\nColour =#fff\n';
    expect(formatted(text)).toBe(text);
    expect(formatted(text, INI, { separators: 'spaced' })).toBe(text);
  });

  test('a final line break only where the editor wants one', () => {
    const text = '[Ocpp]\nHeartbeatInterval=900\nResetRetries=3  ';
    expect(formatted(text)).toBe(text.trimEnd());
    expect(formatted(text, INI, { insertFinalNewline: true })).toBe(`${text.trimEnd()}\n`);
  });

  test('CRLF and a byte order mark stay', () => {
    const text = '\ufeff  [Ocpp]\r\nHeartbeatInterval=900 \r\n\r\n\r\nResetRetries=3\r\n[Acme]\r\nMode=1\r\n';
    expect(formatted(text)).toBe(
      '\ufeff[Ocpp]\r\nHeartbeatInterval=900\r\n\r\nResetRetries=3\r\n\r\n[Acme]\r\nMode=1\r\n',
    );
  });

  test('only the lines of a range', () => {
    const text = '[Ocpp]\nHeartbeatInterval=900  \nResetRetries=3  \nBlinkRepeat=1  \n';
    const start = text.indexOf('Reset');
    const edits = formatEdits(understoodText(text, INI), LAYOUT, { start, end: start + 3 });
    expect(applyEdits(text, edits)).toBe(text.replace('=3  ', '=3'));
  });
});

test('open-ocpp: blanks that its loader takes for a part of key or value stay', () => {
  const text = `  [ChargePoint]  
Vendor=A
   

 Model = B  
[Ocpp]
AuthorizationCacheEnabled= true
`;
  expect(formatted(text, INI, { separators: 'spaced' })).toBe(`[ChargePoint]
Vendor=A

 Model = B  

[Ocpp]
AuthorizationCacheEnabled= true
`);
});

test('.properties: blanks at the end of a line belong to the value', () => {
  const text = 'HeartbeatInterval = 900  \nResetRetries=3\nConnectionTimeOut = 60\n! mine  \n';
  expect(formatted(text, { path: 'station.properties' })).toBe(
    'HeartbeatInterval = 900  \nResetRetries = 3\nConnectionTimeOut = 60\n! mine\n',
  );
});

test('.properties: colons, continued lines', () => {
  const text =
    'HeartbeatInterval: 900\nConnectionTimeOut: 60\nResetRetries:3\nMeterValuesSampledData: Voltage,\\\n    SoC\n';
  expect(formatted(text, { path: 'station.properties' })).toBe(text.replace(':3', ': 3'));
});

test('.env: no blanks round the sign, whatever is wanted', () => {
  const text = 'export HeartbeatInterval = 900\nResetRetries=3\nConnectionTimeOut= 60\n';
  expect(formatted(text, { path: 'station.env' }, { separators: 'spaced' })).toBe(
    'export HeartbeatInterval=900\nResetRetries=3\nConnectionTimeOut=60\n',
  );
});

describe('JSON', () => {
  test('each entry stays on its line', () => {
    const text = `{
"configurationKey":[
      { "key":"HeartbeatInterval",   "value":"900" },
  { "key": "ResetRetries", "value": "3" }   // three
]
}
`;
    expect(formatted(text, { path: 'charger.jsonc' })).toBe(`{
  "configurationKey": [
    { "key": "HeartbeatInterval", "value": "900" },
    { "key": "ResetRetries", "value": "3" } // three
  ]
}
`);
  });

  test('a file on one line is spread out', () => {
    const text =
      '{"configurationKey":[{"key":"HeartbeatInterval","value":"900"},{"key":"ResetRetries","value":"3"}]}';
    expect(formatted(text, {}).split('\n')).toHaveLength(12);
  });
});

test('a log is left alone', () => {
  const text = '2026-01-01  [2,"1","ChangeConfiguration",{ "key":  "HeartbeatInterval", "value": "900" }]\n';
  expect(formatted(text, { path: 'station.log' })).toBe(text);
});
