import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { summaryHtmlFile } from '../../server/src/features/summary/html-file.ts';
import type { SummaryPage } from '../../server/src/features/summary/page.ts';
import { type LivePage, summaryBody } from '../../server/src/features/summary/render-html.ts';
import { summaryMarkdown } from '../../server/src/features/summary/render-markdown.ts';
import { summarise } from '../../server/src/features/summary/summarise.ts';
import { summaryPage } from '../../server/src/features/summary/summary-page.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { INI, written } from '../helpers/features.ts';
import { analysisOf, type CheckOptions, withDefaults } from '../helpers/problems.ts';

const ORIGIN = { fileName: 'station.ini', program: 'OCPP Config 1.2.3', date: '2026-11-25 14:03' };
const PAIRS = { WebSocketPingInterval: '10', MeterValuesSampledData: 'Voltage', HeartbeatInterval: '900' };

describe('as Markdown', () => {
  const markdown = summaryMarkdown(pageOf(written('INI', PAIRS), INI));

  test('it says what, when and of what it was made', () => {
    expect(markdown).toMatch(/^# Summary of station\.ini\n\nINI file · .+\n\n1 error, 2 warnings/);
    expect(markdown.trimEnd()).toMatch(
      /Made by OCPP Config 1\.2\.3 on 2026-11-25 14:03 from station\.ini\.$/,
    );
  });

  test('it has the values in a table, and the problems with their places', () => {
    expect(markdown).toContain(
      '| WebSocketPingInterval, line 2: WebSocket ping interval (mandatory) | 10 s |',
    );
    expect(markdown).toMatch(
      /^- Warning: \*\*WebSocketPingInterval\*\*, line 2 \(greenflux\/websocket-ping/m,
    );
    const html = marked.parse(markdown, { async: false });
    expect(html.match(/<table>/g)).toHaveLength(2);
  });
});

describe('as a file of its own in HTML', () => {
  const html = summaryHtmlFile(pageOf(written('INI', PAIRS), INI), 'de');

  test('it needs nothing else and can do nothing', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="de">/);
    expect(html).not.toMatch(/<script|<button|<link|<img|https?:|url\(|@import|data-/);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('@media print');
  });

  test('its elements are closed in the order in which they are opened', () => {
    expect(unclosed(html)).toEqual([]);
  });
});

describe('as a page in an editor', () => {
  const text = written('INI', PAIRS);
  const live: LivePage = {
    lines: new LineIndex(text),
    actions: [{ command: 'fixAll', title: 'Fix all' }],
    actionsLabel: 'What to do',
    sayStation: 'Say what it is',
  };
  const body = summaryBody(pageOf(text, INI), live);

  test('places, fixes and commands are buttons with a name', () => {
    const buttons = [...body.matchAll(/<button type="button"([^>]*)>(.*?)<\/button>/g)];
    expect(buttons.length).toBeGreaterThan(8);
    for (const [, attributes = '', content = ''] of buttons) {
      expect(attributes).toMatch(/ data-(range|fix|command)="[^"]+"/);
      expect(attributes).toMatch(/ data-key="[^"]+"/);
      expect(content.replace(/<[^>]+>/g, '').trim()).not.toBe('');
    }
    expect(body).toContain('data-range="1:22-1:24"');
    expect(body).toContain('>Set Web<wbr>Socket<wbr>Ping<wbr>Interval to 60 s</button>');
  });

  test('headings go down one level at a time, tables have headers and names', () => {
    const levels = [...body.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
    for (const table of body.match(/<table[\s\S]*?<\/table>/g) ?? []) {
      expect(table).toMatch(/<caption>[^<]+<\/caption>/);
      expect(table).toContain('<th scope="col">');
      expect(table).toContain('<th scope="row">');
    }
    expect(new Set(idsIn(body)).size).toBe(idsIn(body).length);
    expect(unclosed(body)).toEqual([]);
  });
});

describe('whatever a file holds is shown letter for letter', () => {
  const ATTACKS = [
    `<img src=x onerror=alert(1)>`,
    `"><script>alert(1)</script>`,
    `' onmouseover='alert(1)`,
    `</td></table><h1>x`,
    `[click](command:evil) ![x](https://evil.example/x.png)`,
    `\`\`\`js | a | b |`,
    `&lt;b&gt; &#60;script&#62;`,
    `javascript:alert(1)`,
    `<!-- --> ]]> <style>*{display:none}</style>`,
    `a\u202Eb\u0000c\uD800d`,
  ];

  test.each(ATTACKS)('%j in a key, a value, a vendor, a section and the file name', (attack) => {
    const inJson = JSON.stringify(attack);
    const text = `{ "chargePointVendor": ${inJson}, "chargePointModel": ${inJson}, "configurationKey": [
      { "key": "WebSocketPingInterval", "readonly": false, "value": ${inJson} },
      { "key": "MeterValuesSampledData", "readonly": false, "value": ${inJson} },
      { "key": "AllowOfflineTxForUnknownId", "readonly": false, "value": ${inJson} },
      { "key": "HeartbeatInterval", "readonly": false, "value": "900" },
      { "key": "ConnectorPhaseRotation", "readonly": false, "value": ${inJson} },
      { "key": ${inJson}, "readonly": false, "value": ${inJson} }
    ] }`;
    const page = pageOf(text, {}, attack);
    const live: LivePage = {
      lines: new LineIndex(text),
      actions: [{ command: attack, title: attack }],
      actionsLabel: attack,
      sayStation: attack,
    };
    for (const html of [summaryHtmlFile(page, attack), summaryBody(page, live)]) {
      expect(strangeTags(html)).toEqual([]);
      expect(unclosed(html)).toEqual([]);
    }
    const rendered = marked.parse(summaryMarkdown(page), { async: false });
    expect(rendered).not.toMatch(/<(?!\/?(h[1-6]|p|ul|li|strong|table|thead|tbody|tr|th|td|hr)>)/);
  });
});

function pageOf(text: string, options: CheckOptions = {}, fileName = ORIGIN.fileName): SummaryPage {
  const summary = summarise(analysisOf(text, options), withDefaults(options));
  return summaryPage(summary, new LineIndex(text), { ...ORIGIN, fileName });
}

const OWN_TAGS =
  /^<(?:!doctype html|\/?(?:html|head|body|title|style|header|main|footer|section|h[1-6]|p|ul|li|div|span|button|table|caption|thead|tbody|tr|th|td|br|wbr)|meta)(?: (?:lang|charset|name|content|http-equiv|id|class|type|role|scope|tabindex|aria-label|aria-labelledby|aria-hidden|data-range|data-fix|data-key|data-command)="[^"<>]*")*>$/;

/** Whatever a browser would take for a tag and that is none of ours. */
function strangeTags(html: string): readonly string[] {
  return (html.match(/<[^>]*>?/g) ?? []).filter((tag) => !OWN_TAGS.test(tag));
}

/** Elements that are not closed where they should be. */
function unclosed(html: string): readonly string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (['meta', 'br', 'wbr'].includes(name)) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...wrong, ...open];
}

function idsIn(html: string): readonly string[] {
  return [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '');
}
