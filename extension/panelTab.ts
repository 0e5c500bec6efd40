/** The address of the panel in a tab of its own, over the CRM in the tab of that id, with a feature open if one is named. */
export function panelOver(crmTab: number | undefined, feature: string): string {
  return `panel.html?${new URLSearchParams({ crm: String(crmTab ?? ''), ...(feature && { feature }) })}`;
}

/** The tab whose CRM lies in front of the panel of that address; undefined where it names none. */
export function crmTabIn(panel: URL): number | undefined {
  const tab = panel.searchParams.get('crm') ?? '';
  return /^\d+$/.test(tab) ? Number(tab) : undefined;
}
