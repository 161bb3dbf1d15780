import type { KeyAddress, StationFields } from '../../model/document.ts';

/** Whether the file says that its station speaks OCPP 2.x. */
export function speaks2x(station: StationFields): boolean {
  return /^\D*2/.test(station.protocol?.text ?? '');
}

/** The address that a dotted key of a 2.x station stands for: component, variable, variable instance. */
export function addressIn2x(name: string): KeyAddress | undefined {
  const [component, variable, ...instance] = name.split('.');
  if (component === undefined || variable === undefined || component === '') return undefined;
  return {
    name,
    component,
    variable,
    ...(instance.length === 0 ? {} : { variableInstance: instance.join('.') }),
  };
}
