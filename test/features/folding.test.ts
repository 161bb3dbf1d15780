import { test } from 'vitest';
import { checkFolding, INI } from '../helpers/features.ts';

test('INI: sections, runs of entries, comments', () => {
  checkFolding(
    `# A file //{ head
# of ours //} head
[Ocpp] //{ section
# Timing //{ timing
# and so on //} timing
HeartbeatInterval=900 //{ first
ConnectionTimeOut=60
ResetRetries=3 //} first

LocalPreAuthorize=true //{ second
LocalAuthorizeOffline=true //} second //} section

[Acme] //{ acme
Mode=1 //{ mode
Speed=2 //} mode //} acme
`,
    INI,
  );
});

test('INI: one entry is no run', () => {
  checkFolding(
    `[Ocpp] //{ all\nHeartbeatInterval=900\n\nResetRetries=3\n\nConnectionTimeOut=60 //} all\n`,
    INI,
  );
});

test('INI: sections that hold one station together fold one by one', () => {
  checkFolding(
    `[Core] //{ core
HeartbeatInterval=900 //} core

# of the next one
[SmartCharging] //{ smart
ChargeProfileMaxStackLevel=3 //} smart

# at the end
`,
    INI,
  );
});

test('JSON: entries that take several lines, and sections', () => {
  checkFolding(
    `{ //{ all
  "Core": { //{ core
    "HeartbeatInterval": 900,
    "NumberOfConnectors": 1 //} core
  },
  "Internal": { //{ internal
    "ChargePointId": "a",
    "CentralSystemURI": "b" //} internal //} all
  }
}
`,
    { path: 'config.json' },
  );
  checkFolding(`{
  "configurationKey": [ //{ list
    { //{ entry
      "key": "HeartbeatInterval",
      "value": "900" //} entry
    },
    { "key": "ResetRetries", "value": "3" } //} list
  ]
}
`);
});

test('JSON: the list of keys without its closing bracket, comments', () => {
  checkFolding(
    `{
  // The values //{ comment
  // of a template //} comment
  "configurationKey": [ //{ list
    { "key": "HeartbeatInterval", "value": "900" },
    { "key": "ResetRetries", "value": "3" } //} list
  ]
}
`,
    { path: 'charger.jsonc' },
  );
});

test('JSON on one line has nothing to fold', () => {
  checkFolding('{ "configurationKey": [ { "key": "HeartbeatInterval", "value": "900" } ] }');
});

test('CRLF and a byte order mark', () => {
  const text = '[Ocpp] //{ all\nHeartbeatInterval=900 //{ run\nResetRetries=3 //} run //} all\n';
  checkFolding(`\ufeff${text.replaceAll('\n', '\r\n')}`, INI);
});
