/** A commissioning template in JSON with three problems of different kinds. */
export const TEMPLATE = `{
  "configurationKey": [
    { "key": "WebSocketPingInterval", "readonly": false, "value": "10" },
    { "key": "HeartbeatInterval", "readonly": false, "value": "86400 s" },
    { "key": "MeterValuesSampledData", "readonly": false, "value": "Energy.Active.Import.Register,Voltage" }
  ]
}
`;

/** The same in INI. */
export const INI = `[Ocpp]
WebSocketPingInterval=10
HeartbeatInterval=86400
MeterValuesSampledData=Energy.Active.Import.Register,Voltage
`;

/** JSON that is no charger configuration. */
export const NOT_OURS = `{
  "name": "my-app",
  "scripts": { "build": "tsc" }
}
`;
