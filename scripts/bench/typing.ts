/** From a key press to fresh problems, through the protocol: ours against VS Code's JSON server with a schema. */

import type { Position } from 'vscode-languageserver-protocol';
import { readOut, type Vocabulary } from './documents.ts';
import { quantile } from './measure.ts';
import { type RunningServer, type ServerProgram, startLanguageServer } from './running-server.ts';
import { count, milliseconds, printHeading, printNote, printTable, timesCell } from './table.ts';

const SIZES = [1_000, 10_000] as const;
const KEY_PRESSES: Readonly<
  Record<(typeof SIZES)[number], { readonly ours: number; readonly service: number }>
> = {
  1000: { ours: 200, service: 60 },
  // The other one takes seconds for each.
  10000: { ours: 100, service: 12 },
};
/** A fast typist's pause between two keys, in milliseconds. */
const PAUSE = 60;
/** Key presses that are not counted: everything is compiled by then. */
const WARM_UP = 5;

/** Milliseconds from sending a change to the problems of that very text. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly keyPresses: number;
}

export interface TypingSpeed {
  readonly entries: number;
  readonly ours: Latency;
  readonly service: Latency;
  readonly p95Ratio: number;
}

export async function measureTyping(
  servers: { readonly ours: ServerProgram; readonly service: ServerProgram },
  vocabulary: Vocabulary,
): Promise<readonly TypingSpeed[]> {
  const speeds: TypingSpeed[] = [];
  for (const entries of SIZES) {
    const text = readOut(vocabulary, entries);
    const ours = await typeInto(servers.ours, text, KEY_PRESSES[entries].ours);
    const service = await typeInto(servers.service, text, KEY_PRESSES[entries].service);
    speeds.push({ entries, ours, service, p95Ratio: service.p95 / ours.p95 });
  }
  return speeds;
}

async function typeInto(program: ServerProgram, text: string, keyPresses: number): Promise<Latency> {
  const server = await startLanguageServer(program);
  try {
    const uri = 'file:///bench/charger.json';
    await server.open(uri, text);
    const before = await server.countProblems(uri);
    if (before === 0) throw new Error(`${program.path} finds no problem in the benchmark's document.`);
    const place = valueInTheMiddle(text);
    const times: number[] = [];
    for (let press = 0; press < WARM_UP + keyPresses; press++) {
      await pause(PAUSE);
      const time = await pressKey(server, uri, press, place);
      if (press >= WARM_UP) times.push(time);
    }
    times.sort((a, b) => a - b);
    return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), keyPresses };
  } finally {
    await server.stop();
  }
}

/** Types a digit into a value, or takes it out again. */
async function pressKey(server: RunningServer, uri: string, press: number, place: Position): Promise<number> {
  const typed = { line: place.line, character: place.character + 1 };
  const started = performance.now();
  if (press % 2 === 0) await server.change(uri, press + 2, place, place, '1');
  else await server.change(uri, press + 2, place, typed, '');
  await server.countProblems(uri);
  return performance.now() - started;
}

/** In front of a value's last quote, half way down. */
function valueInTheMiddle(text: string): Position {
  const lines = text.split('\n');
  const line = Math.floor(lines.length / 2);
  return { line, character: (lines[line] ?? '').lastIndexOf('"') };
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

export function printTyping(speeds: readonly TypingSpeed[]): void {
  printHeading('From a key press to fresh problems, over stdio (ms)');
  printTable(
    ['entries', 'ours p50', 'ours p95', 'JSON server p50', 'JSON server p95', 'p95: JSON server ÷ ours'],
    speeds.map(({ entries, ours, service, p95Ratio }) => [
      count(entries),
      milliseconds(ours.p50),
      milliseconds(ours.p95),
      milliseconds(service.p50),
      milliseconds(service.p95),
      timesCell(p95Ratio),
    ]),
  );
  printNote(
    `JSON server: VS Code's own, with one if/then a key. Keys pressed: ${speeds
      .map(
        ({ entries, ours, service }) =>
          `${ours.keyPresses} and ${service.keyPresses} at ${entries.toLocaleString('en-US')}`,
      )
      .join(', ')}.`,
  );
}
