import type { StationFields } from '../../model/document.ts';
import { ARRAY, NONE, type Node, NUMBER, OBJECT, STRING, type Tape } from '../json/tape.ts';
import { findNodes, STRINGS } from './common.ts';
import { planPayload } from './payloads.ts';
import type { ScopePlan, Shape } from './shape.ts';
import { stationFields } from './station-fields.ts';

/** The messages whose payloads hold keys or variables. */
const ACTIONS = new Set([
  'ChangeConfiguration',
  'GetConfiguration',
  'SetVariables',
  'GetVariables',
  'NotifyReport',
]);
/** The message in which a station says what it is. */
const BOOT = 'BootNotification';

/**
 * OCPP-J messages: one, an array of them, an object of named ones, several documents in a file, or the steps of a test,
 * which put the action first. Each message about keys is a configuration of its own.
 */
export const ocppFrames: Shape = {
  id: 'ocpp-frames',
  severalDocuments: true,
  find({ tape }) {
    const plans: ScopePlan[] = [];
    let station: StationFields = {};
    for (const node of findNodes(
      tape,
      (candidate) => tape.kind(candidate) === ARRAY && isFrame(tape, candidate),
    )) {
      const frame = readFrame(tape, node);
      if (frame.action === BOOT) station = stationFields(tape, [frame.payload]);
      if (!frame.isAnswer && !ACTIONS.has(frame.action)) continue;
      const plan = planPayload(tape, frame.payload, labelOf(tape, node, frame));
      if (plan !== undefined) plans.push({ ...plan, station: { ...station, ...plan.station } });
      else if (frame.action === 'GetConfiguration') plans.push(emptyRequest(tape, node, frame, station));
    }
    return plans.length === 0 ? undefined : plans;
  },
};

interface Frame {
  readonly isAnswer: boolean;
  /** Empty for an answer, which does not repeat it. */
  readonly action: string;
  readonly payload: Node;
}

/** `[2, "id", "Action", {…}]`, `[3, "id", {…}]`, or a step of a test: `["Wait", "Action", {…}]`. */
function isFrame(tape: Tape, node: Node): boolean {
  const first = tape.firstChild(node);
  if (first === NONE) return false;
  const second = tape.nextSibling(first);
  if (second === NONE) return false;
  if (tape.kind(first) === NUMBER) return tape.kind(second) === STRING && isMessageType(tape, first);
  return tape.kind(first) === STRING && (isAction(tape, first) || isAction(tape, second));
}

function isMessageType(tape: Tape, node: Node): boolean {
  return tape.end(node) - tape.start(node) === 1 && '23'.includes(tape.text.charAt(tape.start(node)));
}

function isAction(tape: Tape, node: Node): boolean {
  if (tape.kind(node) !== STRING) return false;
  const text = tape.string(node);
  return ACTIONS.has(text) || text === BOOT;
}

function readFrame(tape: Tape, node: Node): Frame {
  const first = tape.firstChild(node);
  let action = '';
  let payload = NONE;
  for (const child of tape.children(node)) {
    if (isAction(tape, child)) action = tape.string(child);
    else if (tape.kind(child) === OBJECT && payload === NONE) payload = child;
  }
  const isAnswer = tape.kind(first) === NUMBER && tape.text.charAt(tape.start(first)) === '3';
  return { isAnswer, action, payload };
}

/** The name of the message, or of the property that holds it; an answer has its id. */
function labelOf(tape: Tape, node: Node, { action }: Frame): string {
  if (tape.hasName(node)) return tape.name(node);
  if (action !== '') return action;
  const id = tape.nextSibling(tape.firstChild(node));
  return id === NONE ? '' : tape.string(id);
}

/** A request for all keys names none. */
function emptyRequest(tape: Tape, node: Node, frame: Frame, station: StationFields): ScopePlan {
  return {
    label: labelOf(tape, node, frame),
    purpose: 'template',
    dialect: STRINGS,
    parts: [],
    node,
    station,
  };
}
