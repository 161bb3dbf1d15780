/** A GetConfiguration answer with so many keys that nobody knows, and one beside them whose value is of the wrong type. */
export function manyEntries(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `{"key":"Vendor_${index}","readonly":false,"value":"1"}`,
  );
  return `{"configurationKey":[{"key":"HeartbeatInterval","readonly":false,"value":"nine"},${rows.join(',')}]}`;
}
