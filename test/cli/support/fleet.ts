/** A fleet of made-up stations, the same ones each time. */

/** A GetConfiguration answer of one station, as a value for JSON. */
export function station(index: number): object {
  const values: Readonly<Record<string, string>> = {
    HeartbeatInterval: '900',
    WebSocketPingInterval: ['60', '60', '10', '180'][index % 4] ?? '',
    LocalPreAuthorize: index % 7 === 0 ? 'maybe' : 'true',
    MeterValueSampleInterval: '300',
    AuthorizationKey: `${SECRET}${index}`,
  };
  return {
    chargePointVendor: ['KEBA', 'Alfen', 'ABB'][index % 3],
    chargePointModel: `M${index % 2}`,
    firmwareVersion: `1.${index % 5}`,
    configurationKey: Object.entries(values).map(([key, value]) => ({ key, readonly: false, value })),
  };
}

/** Begins every password of these stations. */
export const SECRET = 'correct-horse-battery-';

/** One station on each line, under the id `CP-<n>`. */
export function stationLines(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `${JSON.stringify({ id: `CP-${index}`, configuration: station(index) })}\n`,
  ).join('');
}

/** One station in each file, some folders deep. */
export function stationFiles(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `fleet/${index % 9}/${String(index).padStart(4, '0')}.json`,
      `${JSON.stringify(station(index), undefined, 2)}\n`,
    ]),
  );
}
