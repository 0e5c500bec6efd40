interface Contact {
  readonly first: string;
  readonly last: string;
  readonly title: string;
  readonly organization: string;
  readonly email: string;
  readonly phone: string;
}

/** The modules in the demo's menu: vtiger's name → what people read. */
export const modules: Record<string, string> = {
  Contacts: 'Contacts',
  Accounts: 'Organizations',
  Leads: 'Leads',
  Potentials: 'Opportunities',
  Products: 'Products',
  Calendar: 'Calendar',
};

/** The people of a small maker of pumps, all invented. */
export const contacts: readonly Contact[] = [
  ['Carl', 'Contact', 'Purchasing', 'Brook & Sons'],
  ['Mina', 'Okafor', 'Plant Manager', 'Hillside Dairy'],
  ['Jonas', 'Weber', 'Head of Maintenance', 'Stadtwerke Neuendorf'],
  ['Lucía', 'Ferrer', 'Owner', 'Ferrer Riegos'],
  ['Priya', 'Nair', 'Operations', 'Coastal Breweries'],
  ['Tomasz', 'Zielinski', 'Technical Buyer', 'Zielona Woda'],
  ['Aiko', 'Mori', 'Quality', 'Mori Foods'],
  ['Ben', 'Achterberg', 'Site Engineer', 'Polder Works'],
].map(([first = '', last = '', title = '', organization = ''], row) => {
  const domain = `${organization.toLowerCase().replace(/[^a-z]+/g, '-')}.example`;
  return { first, last, title, organization, email: `${first[0]?.toLowerCase()}@${domain}`, phone: `+1 555 010${row}` };
});
