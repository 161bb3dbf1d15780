/** A dump with one error and nothing that `--fix` could do about it. */
export const WITH_ERROR = `{ "configurationKey": [
  { "key": "HeartbeatInterval", "readonly": false, "value": "900" },
  { "key": "LocalPreAuthorize", "readonly": false, "value": "maybe" }
] }
`;

/** A dump with one warning that `--fix` puts right, and nothing else. */
export const WITH_WARNING = `{ "configurationKey": [
  { "key": "HeartbeatInterval", "readonly": false, "value": "900" },
  { "key": "WebSocketPingInterval", "readonly": false, "value": "10" }
] }
`;

/** The same after `--fix`. */
export const WARNING_FIXED = WITH_WARNING.replace('"10"', '"60"');

/** A dump with nothing to say about. */
export const CLEAN = WARNING_FIXED;

/** JSON that is no charger configuration. */
export const NOT_OURS = '{ "name": "something-else", "version": "1.0.0" }\n';

/** An INI file with one warning that `--fix` puts right. */
export const INI_WITH_WARNING = '# ours\r\n[Ocpp]\r\nHeartbeatInterval=900\r\nWebSocketPingInterval=10';
