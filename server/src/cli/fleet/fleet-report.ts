import type { CheckOptions, FleetReport } from '../check.ts';
import type { OutputTraits } from '../host.ts';
import type { OutputFormat } from '../reporters/names.ts';
import { ruleInformation } from '../rule-information.ts';
import type { Services } from '../services.ts';
import { fleetJson } from './fleet-json.ts';
import { fleetPage } from './fleet-page.ts';
import { fleetText } from './fleet-text.ts';

/** What a whole fleet comes to, in one of the formats that there are for it. */
export function fleetReportIn(
  format: OutputFormat,
  services: Services,
  { styleFor, language }: { readonly styleFor: CheckOptions['styleFor']; readonly language: string },
): FleetReport {
  const titles = new Map(ruleInformation(services).map(({ id, title }) => [id, title]));
  return {
    async text(result, summary, output: OutputTraits) {
      switch (format) {
        case 'json':
          return fleetJson(result, summary);
        case 'html':
          return fleetPage(result, summary, {
            charts: await services.charts(),
            titles,
            rulePage: services.rulePage,
            version: services.version,
            language,
          });
        default:
          return fleetText(result, summary, { style: styleFor(output), titles, width: output.width });
      }
    },
  };
}
